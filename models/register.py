"""All records of the program, parents first."""

from models.casework.case import Case, CaseSession
from models.month import Month
from models.office.affairs import Affair
from models.people.consent import Consent
from models.people.household import Household
from models.people.person import Category, Person
from models.services.activity import Activity, Attendance
from models.services.group import Group, GroupMember, GroupSession
from models.services.visit import Visit
from models.station import Station
from models.team.staff import Staff
from models.volunteering.volunteer import Volunteer, VolunteerHours

RECORDS = (
    Station,
    Staff,
    Household,
    Person,
    Category,
    Visit,
    Case,
    CaseSession,
    Group,
    GroupMember,
    GroupSession,
    Activity,
    Attendance,
    Volunteer,
    VolunteerHours,
    Affair,
    Consent,
    Month,
)

BY_TABLE = {record._meta.table_name: record for record in RECORDS}
