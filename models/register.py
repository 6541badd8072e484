"""All records of the program, parents first."""

from models.activity import Activity, Attendance
from models.affairs import Affair
from models.case import Case, CaseSession
from models.consent import Consent
from models.group import Group, GroupMember, GroupSession
from models.household import Household
from models.month import Month
from models.person import Category, Person
from models.staff import Staff
from models.station import Station
from models.visit import Visit
from models.volunteer import Volunteer, VolunteerHours

RECORDS = (
    Station, Staff, Household, Person, Category, Visit, Case, CaseSession, Group, GroupMember, GroupSession,
    Activity, Attendance, Volunteer, VolunteerHours, Affair, Consent, Month,
)  # fmt: skip

BY_TABLE = {record._meta.table_name: record for record in RECORDS}
