"""Times in sentences of our own, each with the value that a reader gives it."""

from __future__ import annotations

from detente.reading.pipeline import Parser
from tests.reading.together import dated

SEP = "2016-09-05"  # a Monday
GOLD: list[tuple[str | None, str, str, str | None]] = [
    # full dates
    (SEP, "The parties met on 18 September 2015 in Doha.", "18 September 2015", "2015-09-18"),
    (SEP, "The deal was signed on September 12, 1993.", "September 12, 1993", "1993-09-12"),
    (SEP, "They signed the accord on Sunday, 26 June 2011.", "Sunday, 26 June 2011", "2011-06-26"),
    (SEP, "The truce of the 3rd of May, 2010, did not last.", "the 3rd of May, 2010", "2010-05-03"),
    (SEP, "A letter dated 2014-11-09 was shown to the envoys.", "2014-11-09", "2014-11-09"),
    (SEP, "The memorandum of 31/12/2014 remains in force.", "31/12/2014", "2014-12-31"),
    (SEP, "The memorandum of 12/31/2014 remains in force.", "12/31/2014", "2014-12-31"),
    (SEP, "The protocol of 05.09.2014 set the line.", "05.09.2014", "2014-09-05"),
    (SEP, "The council voted on Feb. 29, 2012.", "Feb. 29, 2012", "2012-02-29"),
    (SEP, "It was founded on 5 Oct 1998 in Lusaka.", "5 Oct 1998", "1998-10-05"),
    # without a year
    (SEP, "The next round is scheduled for September 18 in Geneva.", "September 18", "2016-09-18"),
    ("2005-01-10", "The rebels released two officers on December 20.", "December 20",
     "2004-12-20"),
    ("2005-01-10", "Talks will open on 27 January in Helsinki.", "27 January", "2005-01-27"),
    ("2012-12-27", "The envoy will visit Moscow on January 5.", "January 5", "2013-01-05"),
    ("2012-03-02", "The army shelled the town on Feb. 28.", "Feb. 28", "2012-02-28"),
    ("2014-09-08", "The truce came into force on 5 September.", "5 September", "2014-09-05"),
    ("2003-08-20", "Both sides agreed to meet on September 2.", "September 2", "2003-09-02"),
    ("2015-02-14", "The ministers announced a summit for March 3.", "March 3", "2015-03-03"),
    ("1999-06-11", "The bombing began on March 24 and ended on Thursday.", "March 24",
     "1999-03-24"),
    ("2015-02-13", "The ceasefire takes effect at midnight on 15 February.",
     "midnight on 15 February",
     "2015-02-15"),
    ("2020-11-10", "Clashes broke out on Sunday, 27 September.", "Sunday, 27 September",
     "2020-09-27"),
    # several days
    (SEP, "The delegations met in Vienna from 12 to 14 June.", "12 to 14 June",
     "2016-06-12/2016-06-14"),
    (SEP, "Consultations are planned for September 18-20.", "September 18-20",
     "2016-09-18/2016-09-20"),
    (SEP, "The session was held on 18/19 August.", "18/19 August", "2016-08-18/2016-08-19"),
    (SEP, "Shelling was heard between 3 and 7 May.", "3 and 7 May", "2016-05-03/2016-05-07"),
    (SEP, "The conference ran from 28 September to 2 October 2015.",
     "28 September to 2 October 2015",
     "2015-09-28/2015-10-02"),
    (SEP, "The pause lasted from December 30 to January 3.", "December 30 to January 3",
     "2015-12-30/2016-01-03"),
    (SEP, "They sat together from Monday to Wednesday.", "Monday to Wednesday",
     "2016-08-29/2016-08-31"),
    ("2011-07-08", "They will sit together from Monday to Wednesday.", "Monday to Wednesday",
     "2011-07-11/2011-07-13"),
    # months
    (SEP, "The uprising broke out in March 2011.", "March 2011", "2011-03"),
    (SEP, "The government fell last December.", "last December", "2015-12"),
    (SEP, "The two armies clashed last May.", "last May", "2016-05"),
    (SEP, "An accord was reached this May.", "this May", "2016-05"),
    (SEP, "Fighting resumed in mid-August.", "mid-August", "2016-08-11/2016-08-20"),
    (SEP, "Aid convoys stopped in late March.", "late March", "2016-03-21/2016-03-31"),
    (SEP, "Monitors arrived in early July 2012.", "early July 2012", "2012-07-01/2012-07-10"),
    ("2009-02-03", "The truce collapsed in November.", "November", "2008-11"),
    ("2009-02-03", "Elections will be held in April.", "April", "2009-04"),
    ("2009-10-03", "Elections will be held in April.", "April", "2010-04"),
    ("2013-06-20", "He was released in September last year.", "September last year", "2012-09"),
    ("2013-06-20", "A vote is due in March next year.", "March next year", "2014-03"),
    ("2013-06-20", "By the end of September 2012 the camp had closed.", "the end of September 2012",
     "2012-09-21/2012-09-30"),
    ("2001-02-09", "The September meeting in Oslo brought nothing.", "September", "2000-09"),
    ("2008-08-02", "Negotiations may resume in May or June, he hopes.", "June", "2009-06"),
    # years and longer
    (SEP, "The war has gone on since 2011.", "2011", "2011"),
    (SEP, "In 1998 the parties signed the accord.", "1998", "1998"),
    (SEP, "The 2005 agreement ended two decades of war.", "2005", "2005"),
    (SEP, "Early 2017 is the earliest date for a vote.", "Early 2017", "2017-01/2017-04"),
    (SEP, "The militia was disbanded in late 2003.", "late 2003", "2003-09/2003-12"),
    (SEP, "Fighting in the 1990s cost many lives.", "the 1990s", "1990/1999"),
    (SEP, "The civil war of 1975-1990 left deep scars.", "1975-1990", "1975/1990"),
    (SEP, "He led the army from 1999 to 2004.", "1999 to 2004", "1999/2004"),
    (SEP, "Exports fell in the second quarter of 2015.", "second quarter of 2015",
     "2015-04/2015-06"),
    (SEP, "A census is planned for the first half of next year.", "first half of next year",
     "2017-01/2017-06"),
    (SEP, "The border dates from the 19th century.", "19th century", "1801/1900"),
    (SEP, "The camps filled up in the summer of 2014.", "the summer of 2014", "2014-06/2014-08"),
    ("2016-05-05", "Talks broke down this spring.", "this spring", "2016-03/2016-05"),
    (SEP, "The offensive began last winter.", "last winter", "2015-12/2016-02"),
    # weekdays; Wednesday 14 July 2004
    ("2004-07-14", "The minister arrived on Monday.", "Monday", "2004-07-12"),
    ("2004-07-14", "The minister will arrive on Monday.", "Monday", "2004-07-19"),
    ("2004-07-14", "Gunmen killed two guards last Monday.", "last Monday", "2004-07-12"),
    ("2004-07-14", "The two leaders are to meet next Friday.", "next Friday", "2004-07-16"),
    ("2004-07-14", "Shots were fired on Friday night.", "Friday night", "2004-07-09"),
    ("2004-07-14", "The spokesman said Wednesday that talks would go on.", "Wednesday",
     "2004-07-14"),
    ("2004-07-14", "The truce holds until Sunday.", "Sunday", "2004-07-18"),
    ("2004-07-14", "The talks are scheduled to begin on Thursday.", "Thursday", "2004-07-15"),
    ("2004-07-14", "Both delegations plan to return on Saturday.", "Saturday", "2004-07-17"),
    ("2004-07-14", "Tuesday's attack was the third in a week.", "Tuesday", "2004-07-13"),
    ("2004-07-14", "The chief negotiator had left on Thursday.", "Thursday", "2004-07-08"),
    ("2004-07-14", "Peace talks resume on Friday in Nairobi.", "Friday", "2004-07-16"),
    ("2004-07-14", "The blockade has been in place since Saturday.", "Saturday", "2004-07-10"),
    ("2004-07-14", "The rebels must withdraw by Tuesday.", "Tuesday", "2004-07-20"),
    # days near
    (SEP, "Fighters left the old town this morning.", "this morning", "2016-09-05"),
    (SEP, "Yesterday the army denied the charge.", "Yesterday", "2016-09-04"),
    (SEP, "The envoy flies to Tehran tomorrow.", "tomorrow", "2016-09-06"),
    (SEP, "The council meets the day after tomorrow.", "the day after tomorrow", "2016-09-07"),
    (SEP, "The bridge was hit the day before yesterday.", "the day before yesterday",
     "2016-09-03"),
    (SEP, "A bomb went off last night.", "last night", "2016-09-04"),
    (SEP, "Shells fell on the port overnight.", "overnight", "2016-09-04/2016-09-05"),
    (SEP, "The cabinet meets tonight.", "tonight", "2016-09-05"),
    (SEP, "Three days ago the convoy was stopped.", "Three days ago", "2016-09-02"),
    (SEP, "He resigned two weeks ago.", "two weeks ago", "2016-08-22/2016-08-28"),
    (SEP, "A similar plan failed five years ago.", "five years ago", "2011"),
    (SEP, "The siege was lifted three months ago.", "three months ago", "2016-06"),
    (SEP, "The last hostages came home a decade ago.", "a decade ago", "2000/2009"),
    (SEP, "He fled the country several months ago.", "several months ago", None),
    # weeks, months, years near
    (SEP, "The two sides met in Muscat last week.", "last week", "2016-08-29/2016-09-04"),
    (SEP, "The parliament will vote next month.", "next month", "2016-10"),
    (SEP, "Nobody was hurt this week.", "this week", "2016-09-05/2016-09-11"),
    (SEP, "The group was banned last year.", "last year", "2015"),
    (SEP, "The mandate ends next year.", "next year", "2017"),
    (SEP, "Both met earlier this month.", "earlier this month", "2016-09"),
    (SEP, "Air raids went on over the weekend.", "the weekend", "2016-09-03/2016-09-04"),
    ("2004-07-14", "Delegates will rest over the weekend.", "the weekend",
     "2004-07-17/2004-07-18"),
    ("2004-07-14", "The port was bombed last weekend.", "last weekend", "2004-07-10/2004-07-11"),
    (SEP, "A deal should be ready by the end of the year.", "the end of the year", "2016-12"),
    (SEP, "The troops are to leave by the end of the month.", "the end of the month",
     "2016-09-21/2016-09-30"),
    (SEP, "Rates rose during the past two weeks.", "the past two weeks", "2016-08-22/2016-09-05"),
    (SEP, "In recent months the front has moved.", "recent months", None),
    (SEP, "The first week of October brought calm.", "The first week of October",
     "2015-10-01/2015-10-07"),
    # told from another date
    (SEP, "The army entered the city on August 20. The rebels had left two days earlier.",
     "two days earlier", "2016-08-18"),
    (SEP, "They shook hands on 3 June. The next day the guns spoke again.", "The next day",
     "2016-06-04"),
    (SEP, "The pact was signed on March 12, 2003. It collapsed the following month.",
     "the following month", "2003-04"),
    (SEP, "The pact was signed on March 12, 2003. On April 2 the rebels left the table.",
     "April 2", "2003-04-02"),
    (SEP, "The talks opened in July 1995. Two years later they were still going on.",
     "Two years later", "1997"),
    (SEP, "Envoys arrived on Sunday. The day before, a market had been shelled.",
     "The day before", "2016-09-03"),
    # lengths
    (SEP, "The militia must hand over the port within 48 hours.", "48 hours",
     "2016-09-05/2016-09-07"),
    (SEP, "A new round will be held in two weeks.", "two weeks", "2016-09-19/2016-09-25"),
    (SEP, "A 48-hour truce began on Friday.", "48-hour", "2016-09-02/2016-09-04"),
    (SEP, "The guns will fall silent for 72 hours from September 10.", "72 hours",
     "2016-09-10/2016-09-13"),
    (SEP, "The country has been at war for five years.", "five years", "2011/2016"),
    (SEP, "The meeting lasted three hours.", "three hours", None),
    # hours
    (SEP, "The halt will begin at 6 pm local time on Monday.", "6 pm local time on Monday",
     "2016-09-05"),
    (SEP, "At dawn on Saturday tanks rolled in.", "dawn on Saturday", "2016-09-03"),
    ("2015-02-14", "The ceasefire will come into force at midnight.", "midnight", "2015-02-14"),
    # feasts
    ("1999-01-08", "The guerrillas kept the peace over Christmas.", "Christmas", "1998-12-25"),
    ("2012-12-20", "Both armies will hold their fire on New Year's Eve.", "New Year's Eve",
     "2012-12-31"),
    ("1998-04-14", "The accord was reached on Good Friday.", "Good Friday", "1998-04-10"),
    ("2018-05-30", "A truce is foreseen during Ramadan.", "Ramadan", None),
    # impossible, unknown, undated
    (SEP, "The order of February 30 was never found.", "February 30", None),
    (SEP, "The order of 31 June 2012 was never found.", "31 June 2012", None),
    (SEP, "The order of 03/04/2012 was never found.", "03/04/2012", None),
    (None, "Yesterday the army denied the charge.", "Yesterday", None),
    (None, "The minister arrived on Monday.", "Monday", None),
    (None, "The parties met on 18 September 2015.", "18 September 2015", "2015-09-18"),
    (None, "They met on 3 May 2010. On 5 May they signed.", "5 May", "2010-05-05"),
    # the day after which an attack is called
    ("2002-03-01", "Since the September 11 attacks the policy has changed.", "September 11",
     "2001-09-11"),
]  # fmt: skip


def test_a_time_has_the_value_that_a_reader_gives_it(parser: Parser) -> None:
    analyses = dated(parser, [text for _, text, _, _ in GOLD], [day for day, _, _, _ in GOLD])
    got = []
    for analysis, (day, text, words, _) in zip(analyses, GOLD, strict=True):
        found = {text[one.start : one.end].casefold(): one.value for one in analysis.whens}
        got.append((day, text, words, found.get(words.casefold(), f"not found in {found}")))
    assert got == GOLD


NONE = [
    "Resolution 2254 calls for a halt of all fighting.",
    "Resolution 1559 and resolution 1701 remain in force.",
    "Some 2,254 dead were counted in the valley.",
    "We may sit down with them, and we will march on.",
    "The second round brought no result.",
    "Theresa May and April Smith spoke to the house.",
    "The sun set over the camp; the sat phone was dead.",
    "More than 2000 people and 1985 soldiers crossed the river.",
    "The M23 and the March 14 alliance stay away.",
    "A 12-year-old boy was 40 years old in his mind.",
    "The vote was 10-15-2, with article 15 struck out.",
    "They march in the spring of hope.",
    "Every Monday is the same; talks happen on Fridays.",
    "The Good Friday Agreement still stands.",
    "The Arab Spring changed the region.",
    "The front lies 48 km from the town, at a height of 1998 metres.",
    "Paragraph 3.4.12 bis has no number.",
]


def test_what_only_looks_like_a_time_is_none(parser: Parser) -> None:
    got = [
        (one.text, [one.text[when.start : when.end] for when in one.whens if when.value])
        for one in dated(parser, NONE, SEP)
    ]
    assert got == [(text, []) for text in NONE]
