"""What is given, and what stands beside a number, has its English label."""

from __future__ import annotations

from rows import every
from test_drafts import drafts

SHEET = """For individual assistance, the funding includes:
- Ohio: More than $113 million for 41,000 tenants
- West Virginia: More than $2.7 million for 1,600 tenants

The agency has already approved more than $1.9 billion in assistance for flood recovery efforts.
In Kansas, over $120 million in assistance has been approved for 78,000 residents.
Since May, the Ministry has provided $4.4 billion to 21 counties to replace old pipes.
The trust awarded 46 grants totaling $13.6 million.
The lender has offered over $49 million in disaster loan funding to shop owners.
Enrolment at the college rose to 1.4 million, up from 930,000 a year ago.
The kitchen served 4.3 million meals last year, 17% more than in 2022.
The agency gave $580 million, including $17 million in aid for schools and $4 million for roads.
The council invested $1.6 billion in new trams.
"""


@every(
    ("number", "label"),
    [
        ("$113 million", "Ohio, for tenants"),
        ("41,000", "Ohio, tenants"),
        ("$2.7 million", "West Virginia, for tenants"),
        ("$1.9 billion", "Assistance approved for flood recovery efforts"),
        ("$120 million", "Assistance approved"),
        ("$4.4 billion", "Provided to replace old pipes"),
        ("$13.6 million", "Trust awarded grants, total"),
        ("$49 million", "Disaster loan funding offered to shop owners"),
        ("930,000", "Enrolment at the college, year earlier"),
        ("17%", "Meals last year growth"),
        ("$17 million", "Aid for schools"),
        ("$4 million", "Roads"),
        ("$1.6 billion", "Invested in new trams"),
    ],
)
def test_what_is_given_is_told_with_what_for(number: str, label: str) -> None:
    assert _SHEET[number].label == label


_SHEET = drafts(SHEET, "2024-05", "USD")
