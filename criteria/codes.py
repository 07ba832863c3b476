"""The fixed lists of codes: what stands in files on the left, what people read on the right."""

from enum import StrEnum
from typing import Self

from criteria.prose import N_


class Code(StrEnum):
    """A code with the label a person reads; the label is an English text to translate."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


class Answer(Code):
    YES = "yes", N_("Yes")
    NO = "no", N_("No")
    NOT_KNOWN = "not_known", N_("Not known yet")


class Status(Code):
    """How far a statement about law or fact was checked against its source."""

    VERIFIED = "verified", N_("Checked against the source")
    PARTLY = "partly_verified", N_("Partly checked")
    TO_CHECK = "to_check", N_("To be checked")


class Stage(Code):
    MARKET_CONSULTATION = "market_consultation", N_("Needs and market consultation")
    RESERVED_ART20 = "reserved_art20", N_("Reserved contract (Article 20)")
    RESERVED_ART77 = "reserved_art77", N_("Reserved contract (Article 77)")
    LOTS = "lots", N_("Lots")
    TECHNICAL_SPECIFICATION = "technical_specification", N_("Technical specification")
    LABEL = "label", N_("Label")
    SELECTION = "selection", N_("Selection")
    EXCLUSION = "exclusion", N_("Exclusion")
    AWARD_CRITERION = "award_criterion", N_("Award criterion")
    PERFORMANCE_CONDITION = "performance_condition", N_("Performance condition")
    SUBCONTRACTING = "subcontracting", N_("Subcontracting")
    MONITORING = "monitoring", N_("Monitoring")


class ContractType(Code):
    WORKS = "works", N_("Works")
    SUPPLIES = "supplies", N_("Supplies")
    SERVICES = "services", N_("Services")


class AuthorityKind(Code):
    CENTRAL = "central", N_("Central government")
    SUB_CENTRAL = "sub_central", N_("Municipality, region or other local authority")
    BODY_GOVERNED_BY_PUBLIC_LAW = "body_governed_by_public_law", N_("Body governed by public law")
    UTILITY = "utility", N_("Utility (water, energy, transport, postal services)")


class Procedure(Code):
    OPEN = "open", N_("Open procedure")
    RESTRICTED = "restricted", N_("Restricted procedure")
    COMPETITIVE_NEGOTIATION = "competitive_negotiation", N_("Competitive procedure with negotiation")
    COMPETITIVE_DIALOGUE = "competitive_dialogue", N_("Competitive dialogue")
    INNOVATION_PARTNERSHIP = "innovation_partnership", N_("Innovation partnership")
    NEGOTIATED_WITHOUT_CALL = "negotiated_without_call", N_("Negotiated procedure without prior publication")
    NATIONAL = "national", N_("National procedure (below the EU threshold or social services)")


class Objective(Code):
    JOBS_INCLUSION = "jobs_inclusion", N_("Jobs and inclusion")
    DISABILITY_INCLUSION = "disability_inclusion", N_("Work for people with disabilities")
    GENDER_EQUALITY = "gender_equality", N_("Women and men equal")
    NON_DISCRIMINATION = "non_discrimination", N_("Nobody discriminated against")
    DECENT_WORK = "decent_work", N_("Fair work")
    SKILLS = "skills", N_("Skills and training")
    WORKING_TOGETHER = "working_together", N_("Working together")
    USERS_CITIZENS = "users_citizens", N_("Users and citizens heard")
    ACCESSIBILITY = "accessibility", N_("Access for all")
    TERRITORY_NEEDS = "territory_needs", N_("Needs of the place")
    SMALL_SOCIAL_SUPPLIERS = "small_social_suppliers", N_("Small and social suppliers")
    INNOVATION_ENVIRONMENT = "innovation_environment", N_("Innovation and environment")
    FAIR_CHAIN = "fair_chain", N_("Fair supply chain")
    SOLIDARITY_FINANCE = "solidarity_finance", N_("Solidarity-based finance")
    RESEARCH = "research", N_("Learning with research")
    VISIBILITY = "visibility", N_("Visibility of good work")
    IMPACT = "impact", N_("Measured results")
    YOUTH = "youth", N_("Young people")
    MIGRANTS = "migrants", N_("People new to the country")


class Family(Code):
    """The sixteen families of the catalogue; each is a folder of criteria."""

    CLUSTERING = "clu", N_("Clustering and shared governance")
    HELIX = "hel", N_("Users, civil society and research")
    SOCIAL_ECONOMY = "sep", N_("Social economy participation")
    EQUALITY = "eqo", N_("Equal opportunities of women and men")
    NON_DISCRIMINATION = "ndi", N_("Non-discrimination")
    EMPLOYMENT = "emp", N_("Employment and integration")
    TRAINING = "tra", N_("Training and apprenticeship")
    DECENT_WORK = "dec", N_("Decent work")
    ACCESSIBILITY = "acc", N_("Accessibility and design for all")
    FINANCE = "fin", N_("Solidarity-based finance")
    INNOVATION = "inn", N_("Innovation")
    TERRITORY = "ter", N_("Local needs without local preference")
    ETHICAL_CHAIN = "eth", N_("Ethical supply chain")
    IMPACT = "imp", N_("Impact measurement")
    VISIBILITY = "vis", N_("Visibility")
    UNIVERSITY = "uni", N_("University cooperation")


class PurchaseFamily(Code):
    """What a municipality buys, in 24 plain groups; each has a file with its CPV codes and examples."""

    CLEANING = "cleaning", N_("Cleaning of buildings")
    SCHOOL_MEALS_CATERING = "school_meals_catering", N_("School meals and catering")
    FOOD_SUPPLIES = "food_supplies", N_("Food and drink")
    GREEN_SPACES = "green_spaces", N_("Parks and green spaces")
    WASTE_REUSE = "waste_reuse", N_("Waste, repair and reuse")
    BUILDING_WORKS = "building_works", N_("Building works")
    ROAD_WORKS = "road_works", N_("Roads and civil engineering")
    BUILDING_MAINTENANCE = "building_maintenance", N_("Maintenance and renovation of buildings")
    FURNITURE = "furniture", N_("Furniture and equipment")
    TEXTILES_LAUNDRY = "textiles_laundry", N_("Clothing, textiles and laundry")
    IT_EQUIPMENT = "it_equipment", N_("Computers and devices")
    SOFTWARE_DIGITAL = "software_digital", N_("Software and digital services")
    TRANSPORT = "transport", N_("Passenger transport and mobility")
    DELIVERY_LOGISTICS = "delivery_logistics", N_("Delivery, removals and storage")
    CARE_ELDERLY = "care_elderly", N_("Care at home and for older people")
    CHILDCARE_YOUTH = "childcare_youth", N_("Childcare and youth work")
    EMPLOYMENT_TRAINING = "employment_training", N_("Employment services and training")
    SOCIAL_SERVICES = "social_services", N_("Social services and shelter")
    HEALTH = "health", N_("Health services")
    CULTURE_SPORT_EVENTS = "culture_sport_events", N_("Culture, sport and events")
    SECURITY_RECEPTION = "security_reception", N_("Security and reception")
    DESIGN_CONSULTANCY = "design_consultancy", N_("Design, planning and advice")
    COMMUNICATION_PRINTING = "communication_printing", N_("Communication and printing")
    HALLS_MARKETS = "halls_markets", N_("Running halls, markets and shared places")


class PlaceSize(Code):
    """How large the place of a case is: a coarse band, so that nobody needs a year for the figure."""

    UNDER_20000 = "under_20000", N_("Village or small town, under 20,000 people")
    UNDER_100000 = "under_100000", N_("Town, 20,000 to 100,000 people")
    UNDER_500000 = "under_500000", N_("City, 100,000 to 500,000 people")
    FROM_500000 = "from_500000", N_("Large city, more than 500,000 people")
    REGION = "region", N_("Province, county or region")
    COUNTRY = "country", N_("Whole country")


class Strength(Code):
    """How strong the evidence for a case is."""

    A = "A", N_("A: the authority or another official source tells it")
    B = "B", N_("B: a study, a network or a partner tells it")
    C = "C", N_("C: the press tells it")


class Ambition(Code):
    CAREFUL = "careful", N_("Careful: safe first steps")
    SOLID = "solid", N_("Solid: a clear social part")
    FRONTRUNNER = "frontrunner", N_("Frontrunner: as far as the law and the market allow")


class Path(Code):
    QUICK = "quick", N_("Quick path")
    FULL = "full", N_("Full path")


class Role(Code):
    BUYER = "buyer", N_("Purchasing officer")
    POLICY_OFFICER = "policy_officer", N_("Policy or social-affairs officer")
    EQUALITY_OFFICER = "equality_officer", N_("Equality officer")
    SUPPLIER_CLUSTER = "supplier_cluster", N_("Supplier, social enterprise or cluster manager")
    TRAINER = "trainer", N_("Trainer")


class Plan(Code):
    DEVELOPMENT = "development", N_("Local development plan")
    EQUALITY = "equality", N_("Equality plan")
    INCLUSION = "inclusion", N_("Inclusion or anti-poverty plan")
    CLIMATE = "climate", N_("Climate plan")
    YOUTH = "youth", N_("Youth plan")
    CARE = "care", N_("Care or ageing plan")
    OTHER = "other", N_("Another plan")


class PlaceData(Code):
    POPULATION = "population", N_("Population figures by age and sex")
    USERS = "users", N_("User numbers or a user survey")
    COMPLAINTS = "complaints", N_("Complaints and incidents")
    ACCESS_AUDIT = "access_audit", N_("Accessibility audit")
    LABOUR_MARKET = "labour_market", N_("Unemployment and job figures")
    CONTRACT_HISTORY = "contract_history", N_("Reports of the last contract")


class Consulted(Code):
    USERS = "users", N_("Users")
    WORKERS = "workers", N_("Workers or their unions")
    SUPPLIERS = "suppliers", N_("Suppliers")
    SOCIAL_ENTERPRISES = "social_enterprises", N_("Social enterprises")


class Affected(Code):
    USERS = "users", N_("People who use it")
    CONTRACT_WORKERS = "contract_workers", N_("People who work on the contract")
    SUPPLY_CHAIN_WORKERS = "supply_chain_workers", N_("People who work in the supply chain")
    NEIGHBOURS = "neighbours", N_("Neighbours and passers-by")


class Workforce(Code):
    MOSTLY_MEN = "mostly_men", N_("Mostly men")
    MOSTLY_WOMEN = "mostly_women", N_("Mostly women")
    MIXED = "mixed", N_("Mixed")


class WarningSign(Code):
    LOW_PAY = "low_pay", N_("Low pay")
    SHORT_HOURS = "short_hours", N_("Short, split or changing hours")
    DANGER = "danger", N_("Danger, heavy loads or harassment")


class LeftOut(Code):
    AGE = "age", N_("Young or older people")
    DISABILITY = "disability", N_("People with disabilities")
    ORIGIN_LANGUAGE = "origin_language", N_("People of another origin or language")
    POVERTY = "poverty", N_("People with little money")
    CARERS = "carers", N_("Parents and carers")
    RURAL = "rural", N_("People far from services")
    DIGITAL = "digital", N_("People without digital access")
    LGBTIQ = "lgbtiq", N_("LGBTIQ people")


class JobsBand(Code):
    UNDER_5 = "under_5", N_("Fewer than 5")
    FROM_5_TO_20 = "from_5_to_20", N_("5 to 20")
    OVER_20 = "over_20", N_("More than 20")


class Together(Code):
    YES = "yes", N_("Yes")
    PARTLY = "partly", N_("Partly")
    NO = "no", N_("No")


class Partner(Code):
    FIRMS = "firms", N_("Ordinary firms")
    SOCIAL_ENTERPRISES = "social_enterprises", N_("Social enterprises")
    ASSOCIATIONS = "associations", N_("Associations")
    UNIVERSITY = "university", N_("University or research body")
    ENVIRONMENT_GROUP = "environment_group", N_("Environment group")
    AUTHORITY_SERVICE = "authority_service", N_("A service of our own authority")


class SupplierCount(Code):
    UP_TO_2 = "up_to_2", N_("None, one or two")
    FROM_3_TO_5 = "from_3_to_5", N_("Three to five")
    OVER_5 = "over_5", N_("More than five")


class SocialSuppliers(Code):
    NONE = "none", N_("None")
    ONE = "one", N_("One")
    SEVERAL = "several", N_("Several")


class Split(Code):
    FUNCTION = "function", N_("By function")
    AREA = "area", N_("By area or site")
    TIME = "time", N_("By time or phase")


class Aspect(Code):
    """What a joint-delivery criterion asks about; the labels are the questions of its designer."""

    MEANS = "means", N_("What is shared for this contract?")
    DECISIONS = "decisions", N_("Who decides?")
    RISKS = "risks", N_("How are risks and money shared?")
    VOICE = "voice", N_("Who is heard?")
    RESULTS = "results", N_("What gets better for users?")


class Moment(Code):
    """When a reminder falls due, in the order of the procedure."""

    DISPATCH = "dispatch", N_("When the call goes out")
    CLOSING = "closing", N_("Until bids close")
    SCORING = "scoring", N_("While bids are scored")
    AWARD = "award", N_("At the award")
    CONTRACT = "contract", N_("During the contract")
    FILE = "file", N_("After the award")


class Rhythm(Code):
    MONTHLY = "monthly", N_("Every month")
    QUARTERLY = "quarterly", N_("Every quarter")
    HALF_YEARLY = "half_yearly", N_("Twice a year")


class Helper(Code):
    FACILITATOR = "facilitator", N_("Clause facilitator or employment service")
    LABOUR_INSPECTORATE = "labour_inspectorate", N_("Labour inspectorate")
    EQUALITY_BODY = "equality_body", N_("Equality body")
    UNION = "union", N_("Trade union")
    UNIVERSITY = "university", N_("University")
    USER_PANEL = "user_panel", N_("User panel")


class Remedy(Code):
    PLAN = "plan", N_("A written plan to put it right")
    CATCH_UP = "catch_up", N_("Catching up later")
    RETENTION = "retention", N_("Holding back part of a payment")
    AMOUNT = "amount", N_("A fixed amount for each failure")
    TERMINATION = "termination", N_("Ending the contract after repeated refusal")


class SafetyStatement(Code):
    """The nine statements of the last check; the first five stand on the quick path."""

    LINKED = "linked", N_("Every clause is about this contract, not about the firm as a whole")
    OPEN_TO_ALL = "open_to_all", N_("A bidder from any town and of any legal form can earn full marks")
    CHECKABLE = "checkable", N_("For every promise we know the proof and who looks at it")
    PROPORTIONATE = "proportionate", N_("The clauses fit the value, the length and the market")
    DATA_SAFE = "data_safe", N_("We ask for counts, never for names or personal files")
    PUBLISHED = "published", N_("Weights, scales and conditions are in the documents from the first day")
    NO_CONFLICT = "no_conflict", N_("Everybody who drafts or scores has declared interests")
    EQUAL_INFORMATION = "equal_information", N_("What one supplier was told, all were told")
    SECURED = "secured", N_("What is offered becomes part of the contract, with a fair remedy")


# Those asked for on the quick path.
QUICK_STATEMENTS = tuple(SafetyStatement)[:5]


class PaperKind(Code):
    REPORT = "report", N_("Guidance report")
    ANNEX = "annex", N_("Tender clause annex")
    MEMO = "memo", N_("Justification memo")
    EQUALITY_CHECKLIST = "equality_checklist", N_("Equal-opportunities checklist")
    LAWYER_SHEET = "lawyer_sheet", N_("Questions for a lawyer")
    SCORING_GUIDE = "scoring_guide", N_("Scoring guide for evaluators")
    EVALUATION_WORKBOOK = "evaluation_workbook", N_("Evaluation workbook")


class ChoiceStatus(Code):
    ACCEPTED = "accepted", N_("Accepted")
    ADAPTED = "adapted", N_("Accepted with changes")
    LATER = "later", N_("Decide later")
    REJECTED = "rejected", N_("Not used")


class EvidenceLevel(Code):
    LIGHT = "light", N_("Light: a statement")
    NORMAL = "normal", N_("Normal: a short plan and forms")
    STRONG = "strong", N_("Strong: signed commitments and records")


class Risk(Code):
    STANDARD = "standard", N_("Standard use")
    LAWYER = "lawyer", N_("Check with your lawyer")
    DO_NOT_USE = "do_not_use", N_("Do not use like this")


class Severity(Code):
    UNLAWFUL = "unlawful", N_("Likely unlawful")
    RISKY = "risky", N_("Risky")
    WEAK = "weak", N_("Weak")


class Verdict(Code):
    UNLAWFUL = "unlawful", N_("Do not publish this as it stands")
    CONDITIONAL = "conditional", N_("Possible under conditions")
    WEAK = "weak", N_("Lawful but weak")
    OK = "ok", N_("No known problem found")


class Fit(Code):
    FITS = "fits", N_("Fits")
    TO_CONFIRM = "to_confirm", N_("To confirm")
    DOES_NOT_FIT = "does_not_fit", N_("Does not fit")


class LimitKind(Code):
    """What a value limit of national law decides."""

    DIRECT_AWARD = "direct_award", N_("Direct award possible below")
    SIMPLIFIED = "simplified", N_("Simplified procedure possible below")
    PUBLICATION = "publication", N_("National publication and rules from")


class Subject(Code):
    """What a value limit of national law is about."""

    SUPPLIES_SERVICES = "supplies_services", N_("Supplies and services")
    WORKS = "works", N_("Works")
    SOCIAL_SERVICES = "social_services", N_("Social services")


class FormKind(Code):
    GROUPING = "grouping", N_("Bidding together")
    SOCIAL_ENTERPRISE = "social_enterprise", N_("Social enterprises")


class Country(StrEnum):
    """The 27 member states; their names come from the Unicode locale data."""

    AT = "AT"
    BE = "BE"
    BG = "BG"
    CY = "CY"
    CZ = "CZ"
    DE = "DE"
    DK = "DK"
    EE = "EE"
    ES = "ES"
    FI = "FI"
    FR = "FR"
    GR = "GR"
    HR = "HR"
    HU = "HU"
    IE = "IE"
    IT = "IT"
    LT = "LT"
    LU = "LU"
    LV = "LV"
    MT = "MT"
    NL = "NL"
    PL = "PL"
    PT = "PT"
    RO = "RO"
    SE = "SE"
    SI = "SI"
    SK = "SK"


class DocumentLanguage(StrEnum):
    """The 24 official languages a paper may be asked in; released ones are in `locales/`."""

    BG = "bg"
    CS = "cs"
    DA = "da"
    DE = "de"
    EL = "el"
    EN = "en"
    ES = "es"
    ET = "et"
    FI = "fi"
    FR = "fr"
    GA = "ga"
    HR = "hr"
    HU = "hu"
    IT = "it"
    LT = "lt"
    LV = "lv"
    MT = "mt"
    NL = "nl"
    PL = "pl"
    PT = "pt"
    RO = "ro"
    SK = "sk"
    SL = "sl"
    SV = "sv"
