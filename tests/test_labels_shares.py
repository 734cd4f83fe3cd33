"""A share of people or things has a label of who they are, and what they do."""

from __future__ import annotations

from rows import every
from test_drafts import drafts

SURVEY = """More than half of carers (53%) said they sleep badly, and 3 in 10 have asked for help.
About four-in-ten tenants (41%) say they know their rights.
Three out of four members of the club are women.
One out of every nine Danes commutes by train.
Just 26% of Conservatives now favour the levy, and 12% oppose it strongly.
The poll, taken among 1,204 adults, finds that 58% think the fee was fair, while 33% were unsure.
Only 6% of the waste goes to landfill.
Some 82% of grants awarded in 2021 were spent on time.
The union has 310,000 members and retirees of which 70% are over the age of 50.
So far the appeal has raised 47% of the money that it needs.
Some 7 out of 10 small shops use the scheme.
Nearly two-thirds of pilots who retired in 2023 cited fatigue.
Of the readers, 44% wanted shorter articles.
The council expects that 15% of its depots will close by June.
Exports to Kenya and Chile rose 4.4% and 8.8%, respectively.
Meals account for 38% of sales.
About 63 million boys of school age are out of school, and 4 million more don’t know how to read.
Some 390 million people do not have access to clean water.
Only 61,000 of these clubs are registered with the ministry.
The Treasury controls 77% of university income through grants.
Spending on public libraries fell from $39 million to $34 million.
The number of people donating rose from 1.3 billion in 2011 to 1.5 billion in 2014.
Clubs whose members make up 9% of the local workforce.
Children accounted for 27% of the more than 1 million visitors.
"""

POLL = """
More than half of carers, 54%, said the fee is high. Half, 49%, said the rules are unclear.
The majority of those surveyed, 69%, said the county should lead.

A majority (51 percent) believe that prices will rise.

Nearly one-quarter of all homeless people were children under 18 (23 percent or 135,701).

The poll showed the share of Danes who said they worry about it has gone up 8 percentage points, now
sitting at 46 percent.

Half of all advisers bill their clients monthly, while 22% bill quarterly.

Truancy declined by 2 percent (or 13,344 people) and by 11 percent (or 72,718) since 2007.

* Net Loss After Tax (NLAT): $1.8m vs $1.2m in 2012
"""


@every(
    ("number", "label"),
    [
        ("54%", "Carers who said the fee is high"),
        ("49%", "Carers who said the rules are unclear"),
        ("69%", "Those surveyed who said the county should lead"),
        ("51 percent", "Those who believe that prices will rise"),
        ("one-quarter", "Homeless people who were children under 18"),
        ("23 percent", "Homeless people who were children under 18"),
        ("8 percentage points", "Share of Danes who said they worry about it increase"),
        ("46 percent", "Share of Danes who said they worry about it"),
        ("22%", "Advisers who bill quarterly"),
        ("13,344", "Truancy decrease"),
        ("11 percent", "Truancy growth"),
        ("72,718", "Truancy decrease"),
        ("$1.8m", "Net Loss After Tax (NLAT)"),
        ("$1.2m", "Net Loss After Tax (NLAT)"),
    ],
)
def test_who_was_asked_may_stand_before_and_a_share_in_brackets(number: str, label: str) -> None:
    assert _POLL[number].label == label


@every(
    ("number", "label"),
    [
        ("half", "Carers who said they sleep badly"),
        ("53%", "Carers who said they sleep badly"),
        ("3 in 10", "Carers who have asked for help"),
        ("four-in-ten", "Tenants who say they know their rights"),
        ("41%", "Tenants who say they know their rights"),
        ("Three out of four", "Members of the club who are women"),
        ("26%", "Conservatives who now favour the levy"),
        ("12%", "Conservatives who oppose it strongly"),
        ("58%", "Adults who think the fee was fair"),
        ("33%", "Adults who were unsure"),
        ("6%", "Waste that goes to landfill"),
        ("82%", "Grants awarded in 2021 were spent on time"),
        ("70%", "Members and retirees who are over the age of 50"),
        ("7 out of 10", "Small shops that use the scheme"),
        ("two-thirds", "Pilots who retired in 2023 who cited fatigue"),
        ("44%", "Readers who wanted shorter articles"),
        ("15%", "Depots that will close by June"),
        ("4.4%", "Exports to Kenya growth"),
        ("8.8%", "Exports to Chile growth"),
        ("9%", "Members as share of local workforce"),
        ("27%", "Children as share of visitors"),
        ("63 million", "Boys of school age who are out of school"),
        ("4 million", "Boys of school age who don’t know how to read"),
        ("390 million", "People who do not have access to clean water"),
        ("61,000", "Clubs are registered with the ministry"),
        ("77%", "Share of university income Treasury controls"),
        ("1.3 billion", "Number of people donating"),
        ("1.5 billion", "Number of people donating"),
        ("38%", "Meals as share of sales"),
    ],
)
def test_shares_say_of_whom_and_what_these_do(number: str, label: str) -> None:
    assert _SURVEY[number].label == label


_POLL = drafts(POLL, "2024-05", "USD")
_SURVEY = drafts(SURVEY, "2024-05")
