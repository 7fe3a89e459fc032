"""Rarer forms of words for times, with the values that a reader gives them."""

from __future__ import annotations

from detente.reading.pipeline import Parser
from tests.reading.together import dated

WED = "2004-07-14"  # a Wednesday
SAT = "2004-07-17"
FORMS: list[tuple[str | None, str, str, str | None]] = [
    # weekdays
    (WED, "They return this coming Monday.", "this coming Monday", "2004-07-19"),
    (WED, "They met this past Monday.", "this past Monday", "2004-07-12"),
    (WED, "They will meet this Friday.", "this Friday", "2004-07-16"),
    (WED, "A rally this Sunday, then silence.", "this Sunday", "2004-07-18"),
    (WED, "The envoy left on 2 July. The following Monday he was back.", "The following Monday",
     "2004-07-05"),
    (WED, "The envoy left on 2 July. He had come the previous Tuesday.", "the previous Tuesday",
     "2004-06-29"),
    (WED, "The rebels called on Tuesday last week.", "Tuesday last week", "2004-07-06"),
    (WED, "They will sign on Tuesday next week.", "Tuesday next week", "2004-07-20"),
    (WED, "He spoke early on Tuesday.", "early on Tuesday", "2004-07-13"),
    (WED, "The order came on Fri. and was obeyed.", "Fri.", "2004-07-09"),
    (WED, "The two announced on Tuesday a new round.", "Tuesday", "2004-07-13"),
    (WED, "The talks were postponed to Friday.", "Friday", "2004-07-16"),
    # parts of weeks, months and years
    (WED, "A vote is due early next week.", "early next week", "2004-07-19/2004-07-21"),
    (WED, "Both spoke late last week.", "late last week", "2004-07-08/2004-07-11"),
    (WED, "An accord is expected later this week.", "later this week", "2004-07-14/2004-07-18"),
    (WED, "He should be back by the end of the week.", "the end of the week",
     "2004-07-15/2004-07-18"),
    (WED, "He came at the beginning of the year.", "the beginning of the year", "2004-01"),
    (WED, "He left at the end of last month.", "the end of last month",
     "2004-06-21/2004-06-30"),
    (WED, "He will leave early next month.", "early next month", "2004-08-01/2004-08-10"),
    (WED, "They met in the first week of May 2001.", "the first week of May 2001",
     "2001-05-01/2001-05-07"),
    (WED, "They met in the last week of May.", "the last week of May", "2004-05-25/2004-05-31"),
    (WED, "They met on the first weekend of May.", "the first weekend of May",
     "2004-05-01/2004-05-02"),
    (WED, "They met on the last weekend in May.", "the last weekend in May",
     "2004-05-29/2004-05-30"),
    (SAT, "They will rest this weekend.", "this weekend", "2004-07-17/2004-07-18"),
    (SAT, "They will go home next weekend.", "next weekend", "2004-07-24/2004-07-25"),
    (WED, "Both met earlier this week.", "earlier this week", "2004-07-12/2004-07-14"),
    (WED, "Some calm this weekend, perhaps.", "this weekend", "2004-07-17/2004-07-18"),
    # days of the month
    (WED, "He came on the 9th.", "the 9th", "2004-07-09"),
    (WED, "He will come on the 9th.", "the 9th", "2004-08-09"),
    (WED, "The paper is due by the 31st, at noon.", "the 31st, at noon", "2004-07-31"),
    (WED, "In September 18 people were killed.", "September", "2003-09"),
    (WED, "They met on 3 and 4 May.", "3 and 4 May", "2004-05-03/2004-05-04"),
    (WED, "They met on May 3 and 7.", "May 3 and 7", "2004-05-03/2004-05-07"),
    (WED, "They met on the 7th of March that year.", "the 7th of March that year", None),
    (WED, "The war began in 1999. They met on the 7th of March that year.",
     "the 7th of March that year", "1999-03-07"),
    (WED, "They met on 7 March last year.", "7 March last year", "2003-03-07"),
    (WED, "The attack of 9/6/1999 was the first, that of 13/6/1999 the last.", "13/6/1999",
     "1999-06-13"),
    (WED, "The order is of 5.6.1999 and stands.", "5.6.1999", "1999-06-05"),
    # months by word
    (WED, "They met last July.", "last July", "2003-07"),
    (WED, "They will meet next July.", "next July", "2005-07"),
    (WED, "They will meet this coming May.", "this coming May", "2005-05"),
    (WED, "They met in late last May.", "last May", "2004-05"),
    # years and seasons
    (WED, "It was so at the end of the 1990s.", "the 1990s", "1990/1999"),
    (WED, "It was so in the early 1990s.", "the early 1990s", "1990/1993"),
    (WED, "It was so in the late '80s.", "the late '80s", "1986/1989"),
    (WED, "They fought in 2000, 2001 and 2003.", "2003", "2003"),
    (WED, "They fought in 1998–99.", "1998–99", "1998/1999"),
    (WED, "It will come in the third quarter of the year.", "third quarter of the year",
     "2004-07/2004-09"),
    (WED, "It came in the last quarter of last year.", "last quarter of last year",
     "2003-10/2003-12"),
    (WED, "It will come next spring.", "next spring", "2005-03/2005-05"),
    (WED, "It will come this autumn.", "this autumn", "2004-09/2004-11"),
    (WED, "It came this summer.", "this summer", "2004-06/2004-08"),
    (WED, "It came in early spring 2003.", "early spring 2003", "2003-03"),
    (WED, "It came in late summer 2003.", "late summer 2003", "2003-08"),
    (WED, "It came in mid-winter 2003.", "mid-winter 2003", "2004-01"),
    (WED, "It began at the beginning of 2003.", "the beginning of 2003", "2003-01"),
    (WED, "It lasted until the middle of 2003.", "the middle of 2003", "2003-05/2003-08"),
    # near
    (WED, "They came in the past decade.", "the past decade", "1994-07-14/2004-07-14"),
    (WED, "The last decade was bad.", "The last decade", "1994-07-14/2004-07-14"),
    (WED, "They will come in the next 10 days.", "the next 10 days", "2004-07-14/2004-07-24"),
    (WED, "He fell ill some 20 years ago.", "some 20 years ago", "1984"),
    (WED, "He fell ill a fortnight ago.", "a fortnight ago", "2004-06-28/2004-07-04"),
    (WED, "The clans came here three centuries ago.", "three centuries ago", "1701/1800"),
    (WED, "He called two hours ago.", "two hours ago", "2004-07-14"),
    (WED, "He called 36 hours ago.", "36 hours ago", "2004-07-13"),
    (WED, "The shelling began last quarter.", "last quarter", "2004-04/2004-06"),
    (WED, "Fighting began two months earlier.", "two months earlier", None),
    (WED, "They met on 3 May. The same month a truce began.", "The same month", "2004-05"),
    (WED, "They met on 3 May. Several weeks later a truce began.", "Several weeks later", None),
    (WED, "They met on 3 May. A truce was broken the day after the talks.", "the day after",
     None),
    # feasts
    (WED, "They met last Christmas.", "last Christmas", "2003-12-25"),
    (WED, "They will meet next Easter.", "next Easter", "2005-03-27"),
    (WED, "They met at Easter 2001.", "Easter 2001", "2001-04-15"),
    (WED, "They met on New Year's Day.", "New Year's Day", "2004-01-01"),
    (WED, "They met during Eid al-Fitr.", "Eid al-Fitr", None),
    # lengths
    (WED, "The rebels have ruled the north for two decades.", "two decades", "1984/2004"),
    (WED, "Both agreed to withdraw within 30 days.", "30 days", "2004-07-14/2004-08-13"),
    (WED, "A pause for several days is possible.", "several days", None),
    (WED, "Rain fell in three days of march.", "three days", None),
    # hours
    (WED, "At dawn, the tanks rolled in.", "dawn", None),
    (WED, "They will cross at 18:00 GMT.", "18:00 GMT", "2004-07-14"),
    # without a day of publication
    (None, "They met last week.", "last week", None),
    (None, "They met last May.", "last May", None),
    (None, "They met last summer.", "last summer", None),
    (None, "They met over the weekend.", "the weekend", None),
    (None, "They came three days ago.", "three days ago", None),
    (None, "They will come in two weeks.", "two weeks", None),
    (None, "They left at the end of the year.", "the end of the year", None),
    (None, "They met in the first half of the year.", "first half of the year", None),
    (None, "They met on 7 May last year.", "7 May last year", None),
    (None, "They met on 7 May.", "7 May", None),
    (None, "They fought over the past two weeks.", "the past two weeks", None),
    # what is planned, and seasons that are none
    (WED, "The meeting is planned for June.", "June", "2005-06"),
    (WED, "Elections were scheduled for September.", "September", "2004-09"),
    (WED, "In the fall they left.", "the fall", "2003-09/2003-11"),
    (WED, "They met in the late summer.", "the late summer", "2003-08"),
    # days struck, weekdays with days, and stretches
    (WED, "The September 11 attacks changed it.", "September 11", "2001-09-11"),
    (WED, "They met on Saturday, 3 April, in the hall.", "Saturday, 3 April", "2004-04-03"),
    (WED, "They met from Monday to 31 June.", "Monday to 31 June", None),
    (WED, "They will meet from 31 June to 3 July.", "31 June to 3 July", None),
    (WED, "Rebels left early this year.", "early this year", "2004-01/2004-04"),
    (WED, "They left in the middle of the year.", "the middle of the year", "2004-05/2004-08"),
    (WED, "They met late last December.", "last December", "2003-12"),
    (WED, "They met half an hour ago.", "an hour ago", None),
    (WED, "They met on 3 May; a day earlier, they had fought.", "a day earlier", "2004-05-02"),
    (WED, "They sat for the first three days.", "the first three days", None),
    (WED, "A truce of several days begins on Monday.", "several days", None),
    (WED, "They will meet this weekend.", "this weekend", "2004-07-17/2004-07-18"),
    (WED, "They met at the weekend.", "the weekend", "2004-07-10/2004-07-11"),
    (WED, "They left on the 30th.", "the 30th", "2004-06-30"),
    (WED, "They will meet on the 20th.", "the 20th", "2004-07-20"),
    (WED, "They meet on the 15th.", "the 15th", "2004-07-15"),
    (WED, "They will meet again on 29 February.", "29 February", "2008-02-29"),
    (WED, "The (1999) accord is dead.", "1999", "1999"),
    (WED, "They met in the 5th century.", "5th century", "0401/0500"),
    # whatever the sentence hangs on
    (WED, "Friday: talks.", "Friday", "2004-07-16"),
    (WED, "They are starting on Friday.", "Friday", "2004-07-16"),
    (WED, "He is to leave on Friday.", "Friday", "2004-07-16"),
    (WED, "They were to leave on Friday.", "Friday", "2004-07-16"),
    (WED, "He was supposed to leave on Friday.", "Friday", "2004-07-16"),
    (WED, "To leave on Friday is wise.", "Friday", "2004-07-16"),
    (WED, "Leave on Friday.", "Friday", "2004-07-16"),
    (WED, "Ready to leave on Friday, he sat.", "Friday", "2004-07-16"),
]  # fmt: skip


def test_a_form_of_words_has_the_value_that_a_reader_gives_it(parser: Parser) -> None:
    analyses = dated(parser, [text for _, text, _, _ in FORMS], [day for day, _, _, _ in FORMS])
    got = []
    for analysis, (day, text, words, _) in zip(analyses, FORMS, strict=True):
        found = {text[one.start : one.end].casefold(): one.value for one in analysis.whens}
        got.append((day, text, words, found.get(words.casefold(), f"not found in {found}")))
    assert got == FORMS


NO_TIMES = [
    "The 9th battalion and the 9th brigade stand there.",
    "Resolution 1973 and article 2004 were read out.",
    "About 1990 people came.",
    "The April of his life; August company; a grand march.",
    "May's government and June's sister did not answer.",
    "The 45th-1999 plan was sat on.",
    "It grew in the fall of the house.",
    "The second half of the game was better; the third half of the year does not exist.",
    "The Spring Offensive Army, the 17 November Group and the Six Day rule.",
    "The Bloody Sunday inquiry is closed.",
    "He runs on, come what may.",
    "Wed to his plan, he sat.",
    "The fall was great. The fall of the capital shook them.",
    "It was a blow for May.",
    "Talks in May's city hall; they read April's letter.",
    "TALKS BROKE DOWN OVER MARCH IN GENEVA.",
    "The bridge of 3-5 May Street is closed.",
    "They meet on the 35th or in the 45th century.",
    "The war of 1990-1985 was long.",
    "Their 1999 house is dead.",
    "They left this quarter.",
    "They met in the middle of the day.",
]


def test_what_is_no_time_gives_no_value(parser: Parser) -> None:
    got = [
        (one.text, [one.text[when.start : when.end] for when in one.whens if when.value])
        for one in dated(parser, NO_TIMES, WED)
    ]
    assert got == [(text, []) for text in NO_TIMES]
