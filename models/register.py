"""All records of the program, parents first."""

from models.casework.assessment import CaseAssessment
from models.casework.case import Case
from models.casework.closure import CaseClosure
from models.casework.conference import CaseConference
from models.casework.consultation import Consultation
from models.casework.crisis import CrisisReport
from models.casework.evaluation import CaseEvaluation
from models.casework.follow_up import CaseFollowUp
from models.casework.handover import CaseHandover
from models.casework.intake import CaseIntake
from models.casework.plan import CasePlan
from models.casework.session import CaseSession
from models.linking.mandatory_report import MandatoryReport, ReportFollowUp
from models.linking.referral import Referral
from models.month import Month
from models.office.affairs import Affair
from models.people.assistance import Assistance
from models.people.category import Category
from models.people.child_plan import ChildPlan
from models.people.consent import Consent
from models.people.guardianship import Guardianship
from models.people.home_modification import HomeModification
from models.people.household import Household
from models.people.left_behind import LeftBehindChild
from models.people.pairing import Pairing
from models.people.person import Person
from models.people.retention import Destruction
from models.people.rights import RightsRequest
from models.people.self_care import SelfCare
from models.people.self_care_change import SelfCareChange
from models.services.activity import Activity, Attendance
from models.services.activity_evaluation import ActivityEvaluation
from models.services.activity_plan import ActivityPlan
from models.services.group import Group, GroupMember, GroupSession
from models.services.group_evaluation import GroupEvaluation
from models.services.group_plan import GroupPlan
from models.services.hand_out import HandOut
from models.services.publicity import Publicity
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
    CaseIntake,
    CaseAssessment,
    CasePlan,
    CaseSession,
    CaseEvaluation,
    CaseClosure,
    CaseFollowUp,
    CaseHandover,
    CaseConference,
    CrisisReport,
    Consultation,
    Group,
    GroupMember,
    GroupSession,
    GroupPlan,
    GroupEvaluation,
    Activity,
    Attendance,
    ActivityPlan,
    ActivityEvaluation,
    HandOut,
    Publicity,
    Volunteer,
    VolunteerHours,
    Affair,
    Consent,
    SelfCareChange,
    SelfCare,
    RightsRequest,
    Destruction,
    Pairing,
    LeftBehindChild,
    HomeModification,
    Guardianship,
    ChildPlan,
    Assistance,
    Referral,
    MandatoryReport,
    ReportFollowUp,
    Month,
)

BY_TABLE = {record._meta.table_name: record for record in RECORDS}
