"""Who could deliver: working together, the market, conflicts of interest, ways to split."""

from advisor.wizard.question import FULL_ONLY, MEMO, REPORT, Field, Kind, Question, Step, Task
from criteria.prose import N_

TOGETHER = Question(
    id="e1",
    title=N_("Could several organisations do this better together?"),
    why=N_("Only then is it worth scoring how well they work together."),
    more=N_("Three tests: does it need different skills? Does the work come in peaks? Does it happen in several places?"),
    example="together",
    terms=("cluster", "joint_delivery"),
    law=("d24-19-2", "d24-67-3"),
    fields=(Field("partners.together", Kind.ONE_OF, N_("Better together?"), unknown=True),),
    todo=N_("Ask in the market consultation whether pooling would improve the result."),
)
WHO = Question(
    id="e2",
    title=N_("Who could be part of it?"),
    why=N_("It shows which doors to open; nobody gets points for what they are."),
    law=("d24-2-1-10", "d24-19-2"),
    fields=(Field("partners.who", Kind.SOME_OF, N_("Possible partners"), none=N_("Nobody comes to mind")),),
)
SUPPLIERS = Question(
    id="e3",
    title=N_("How many suppliers do you know?"),
    why=N_("Competition must remain; with few suppliers a condition is better than a criterion."),
    law=("d24-18-1",),
    terms=("market_consultation",),
    fields=(Field("partners.suppliers", Kind.ONE_OF, N_("Suppliers known"), unknown=True),),
    todo=N_("Look up how many bids came last time, and ask the market."),
    papers=(REPORT, MEMO),
)
SOCIAL = Question(
    id="e4",
    title=N_("How many social enterprises or workshops could supply a part?"),
    why=N_("A reservation needs at least two; with one, it would name the winner."),
    terms=("social_enterprise", "reserved_contract"),
    law=("d24-20-1", "d24-20-2", "d24-77-1"),
    fields=(Field("partners.social_suppliers", Kind.ONE_OF, N_("Social enterprises or workshops"), unknown=True),),
    todo=N_("Ask the social economy network which members could supply a part."),
    papers=(REPORT, MEMO),
)
STAKE = Question(
    id="e5",
    title=N_("Does your authority hold a stake in a possible bidder?"),
    why=N_("A share in a cooperative, company or association can be a conflict of interest."),
    terms=("conflict",),
    law=("d24-24",),
    paths=FULL_ONLY,
    fields=(Field("partners.stake", Kind.YES_NO, N_("A stake in a possible bidder?"), unknown=True),),
    todo=N_("Check whether the authority is a member or owner of a possible bidder."),
    papers=(REPORT, MEMO),
)
HELPED = Question(
    id="e6",
    title=N_("Has a possible bidder helped to draft?"),
    why=N_("Then all others must get the same information and enough time."),
    law=("d24-41",),
    paths=FULL_ONLY,
    fields=(Field("partners.helped_draft", Kind.YES_NO, N_("Helped to draft?"), unknown=True),),
    todo=N_("Ask colleagues whether a possible bidder gave texts, figures or advice."),
    papers=(REPORT, MEMO),
)
NETWORK = Question(
    id="e7",
    title=N_("Is there a pact, pole, consortium or cluster?"),
    why=N_("It can be consulted like anybody else; being its member earns no points."),
    terms=("cluster",),
    law=("d24-18-1", "tfeu-101"),
    paths=FULL_ONLY,
    fields=(
        Field("partners.network", Kind.LINE, N_("Name"), optional=True),
        Field("partners.network_link", Kind.LINE, N_("Web address"), optional=True),
    ),
)
SPLIT = Question(
    id="e8",
    title=N_("How can the contract be split?"),
    why=N_("Smaller lots let small and social suppliers bid without a favour to anyone."),
    terms=("lot",),
    law=("d24-46-1", "d24-46-2"),
    paths=FULL_ONLY,
    fields=(
        Field("partners.split", Kind.SOME_OF, N_("Ways to split"), none=N_("It cannot be split"), unknown=True),
        Field("no_lots_reason", Kind.TEXT, N_("If it stays in one piece: the main reasons"), optional=True),
    ),
    todo=N_("Decide on lots, or write down the main reasons for one contract."),
    papers=(REPORT, MEMO),
)

TASK = Task("partners", N_("Look at the market"), (
    Step("together", N_("Working together"), (TOGETHER, WHO)),
    Step("market", N_("Suppliers"), (SUPPLIERS, SOCIAL)),
    Step("conflicts", N_("Conflicts of interest"), (STAKE, HELPED)),
    Step("networks", N_("Networks and lots"), (NETWORK, SPLIT)),
))
