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
from models.linking.link import ResourceLink
from models.linking.mandatory_report import MandatoryReport
from models.linking.need import Need
from models.linking.referral import Referral
from models.linking.report_follow_up import ReportFollowUp
from models.linking.resource import Resource
from models.linking.service_item import ServiceItem
from models.month import Month
from models.office.affairs import Affair
from models.office.appeal import Appeal
from models.office.article import Article
from models.office.backbone import Backbone
from models.office.community import Community
from models.office.court_presence import CourtPresence
from models.office.document import Document
from models.office.emergency import Emergency
from models.office.inspection import Inspection
from models.office.linkage import Linkage
from models.office.meeting import Meeting
from models.office.milestone import Milestone
from models.office.showcase import Showcase
from models.office.station_profile import StationProfile
from models.office.survey import Survey
from models.office.survey_sheet import SurveySheet
from models.partners.agency import Agency
from models.partners.agreement import Agreement
from models.partners.community_organisation import CommunityOrganisation
from models.partners.contact import Contact
from models.partners.contract_end import ContractEnd
from models.partners.fund import Fund, FundEntry
from models.partners.incubation import Incubation
from models.partners.indicator import Indicator
from models.partners.indicator_table import IndicatorTable
from models.partners.instalment import Instalment
from models.partners.institution import Institution
from models.partners.partner import Partner, PartnerContact
from models.partners.project import Project
from models.partners.project_evaluation import ProjectEvaluation
from models.partners.purchase_guide import PurchaseGuide
from models.partners.spending import Spending
from models.partners.task_matrix import TaskMatrix
from models.people.assistance import Assistance
from models.people.category import Category
from models.people.child_plan import ChildPlan
from models.people.consent import Consent
from models.people.file_update import FileUpdate
from models.people.guardianship import Guardianship
from models.people.home_modification import HomeModification
from models.people.household import Household
from models.people.impact import ImpactAssessment
from models.people.incident import DataIncident
from models.people.left_behind import LeftBehindChild
from models.people.pairing import Pairing
from models.people.person import Person
from models.people.retention import Destruction
from models.people.rights import RightsRequest
from models.people.self_care import SelfCare
from models.people.self_care_change import SelfCareChange
from models.scales.result import ScaleResult
from models.services.activity import Activity, Attendance
from models.services.activity_evaluation import ActivityEvaluation
from models.services.activity_plan import ActivityPlan
from models.services.group import Group, GroupSession
from models.services.group_evaluation import GroupEvaluation
from models.services.group_member import GroupMember
from models.services.group_plan import GroupPlan
from models.services.hand_out import HandOut
from models.services.publicity import Publicity
from models.services.visit import Visit
from models.station import Station
from models.team.appraisal import Appraisal
from models.team.assignment import Assignment
from models.team.candidate import Candidate
from models.team.certificate import Certificate
from models.team.credit_event import StaffCredit
from models.team.exam import Exam
from models.team.honour import Honour
from models.team.job_post import JobPost
from models.team.leaving import Leaving
from models.team.pay_sheet import PaySheet
from models.team.recruitment import Recruitment
from models.team.staff import Staff
from models.team.supervision import Supervision
from models.team.training import StaffTraining
from models.team.training_given import TrainingGiven
from models.volunteering.agreement import VolunteerAgreement
from models.volunteering.award import VolunteerAward
from models.volunteering.certificate import VolunteerCertificate
from models.volunteering.complaint import HoursComplaint
from models.volunteering.evaluation import VolunteerEvaluation
from models.volunteering.hours import VolunteerHours
from models.volunteering.post import VolunteerPost
from models.volunteering.team import VolunteerTeam
from models.volunteering.training import VolunteerTraining
from models.volunteering.volunteer import Volunteer

RECORDS = (
    Station,
    JobPost,
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
    Activity,
    Attendance,
    ActivityEvaluation,
    HandOut,
    Publicity,
    VolunteerTeam,
    Volunteer,
    VolunteerHours,
    VolunteerPost,
    VolunteerTraining,
    VolunteerAward,
    VolunteerEvaluation,
    HoursComplaint,
    VolunteerAgreement,
    VolunteerCertificate,
    Affair,
    Consent,
    SelfCareChange,
    SelfCare,
    RightsRequest,
    Destruction,
    DataIncident,
    ImpactAssessment,
    Pairing,
    LeftBehindChild,
    FileUpdate,
    HomeModification,
    Guardianship,
    ChildPlan,
    Assistance,
    Referral,
    MandatoryReport,
    ReportFollowUp,
    Agency,
    CommunityOrganisation,
    Institution,
    Partner,
    PartnerContact,
    Contact,
    Incubation,
    Agreement,
    Project,
    Indicator,
    Instalment,
    Spending,
    ProjectEvaluation,
    ContractEnd,
    Need,
    GroupPlan,
    GroupEvaluation,
    ActivityPlan,
    Resource,
    ResourceLink,
    ServiceItem,
    Fund,
    FundEntry,
    PurchaseGuide,
    TaskMatrix,
    IndicatorTable,
    Meeting,
    Inspection,
    Document,
    CourtPresence,
    Article,
    StationProfile,
    Survey,
    SurveySheet,
    Appeal,
    Linkage,
    Community,
    Emergency,
    Showcase,
    Backbone,
    Milestone,
    Certificate,
    StaffTraining,
    TrainingGiven,
    Exam,
    Supervision,
    Appraisal,
    PaySheet,
    Honour,
    StaffCredit,
    Assignment,
    Leaving,
    Candidate,
    Recruitment,
    ScaleResult,
    Month,
)

BY_TABLE = {record._meta.table_name: record for record in RECORDS}
