"""Sentences about packages that would or would not hold by themselves."""

SENTENCES = {
    "compliance.title": "Would a deal hold by itself: {n} packages, asked of the conflict",
    "compliance.title.one": "Would a deal hold by itself: one package, asked of the conflict",
    "compliance.title.none": "Would a deal hold by itself: there is no package to ask about",
    "compliance.bound": "Those who sign or comply and can act in the conflict: {who}.",
    "compliance.unplayed": "Also to sign or comply, but without options in the conflict, so that "
    "nothing can be said of them: {who}.",
    "compliance.ranked": "What holds most strongly by itself comes first.",
    "compliance.some": "{n} of {all} would hold by themselves under some concept, {most} of them "
    "under {concept}.",
    "compliance.some.all": "{n} of {all} would hold by themselves under some concept, all of them "
    "under {concept}.",
    "compliance.none": "None of them would hold by itself under any concept.",
    "compliance.more": "… and {n} more: see --format json or csv.",
    "compliance.like": "The same state carries out {n} more packages, so all this is true of them.",
    "compliance.like.one": "The same state carries out one more package, so all this is true of "
    "it.",
    "compliance.leads": "Carried out, it leads to {label}: {words}.",
    "compliance.today": "It asks for no change in the conflict: today's state, {label}, carries it "
    "out.",
    "compliance.several": "{n} states carry it out; this one holds best.",
    "compliance.holds": "It would hold by itself under {concepts}: then none of those who sign or "
    "comply would leave it.",
    "compliance.open": "It would not hold by itself: under every concept some party that signs or "
    "complies would leave it.",
    "compliance.spoiled": "Outside the deal, this could end it all the same, under {concept}: "
    "{who} would move.",
    "compliance.by_improvements": "It can be reached from today by steps that each pay for whoever "
    "takes them.",
    "compliance.by_moves": "It can be reached from today, but not by steps that each pay for "
    "whoever takes them.",
    "compliance.unreachable": "No moves of the parties lead there from today.",
    "compliance.first": "The first to break it would be {who}, choosing {change}, which leads to "
    "{where}.",
    "compliance.or": "As little holds back {who}, who could choose {change}, which leads to "
    "{where}.",
    "compliance.deterred.0": "Nothing that the others could do would make that a loss.",
    "compliance.deterred.1": "A threat alone deters that, one that would hurt whoever carries it "
    "out or could be escaped: {answer}.",
    "compliance.deterred.2": "A threat deters that, with no escape, though it need not pay for "
    "whoever carries it out: {answer}.",
    "compliance.deterred.3": "An answer deters that, one that pays for whoever gives it: {answer}.",
    "compliance.deterred.4": "An answer deters that, one that pays for whoever gives it: {answer}.",
    "compliance.deterred.5": "An answer deters that, one that pays for whoever gives it and cannot "
    "be escaped: {answer}.",
    "compliance.answer": "{steps}, which ends in {where}",
    "compliance.step": "{who} would choose {change}",
    "compliance.settled": "None of those who sign or comply could gain by any move of its own.",
    "compliance.guarantee": "It would hold under {concept} with one thing from outside. {measure}",
    "compliance.guarantee.more": "{n} other single measures would do as well.",
    "compliance.guarantee.more.one": "One other single measure would do as well.",
    "compliance.no_guarantee": "No single guarantee, penalty or agreement to rule something out "
    "would make it hold under {concept}.",
    "compliance.too_large": "The conflict is too large to look for guarantees.",
    "compliance.without.elsewhere": "What if clients did not follow: --package or the JSON tells.",
    "compliance.without": "If {clients} would not follow {sponsors}:",
    "compliance.without.impossible": "If {clients} would not follow {sponsors}, the rest could not "
    "be carried out.",
    "compliance.left": "all as agreed, but {left} ({where}).",
    "compliance.first_package": "the first",
    "compliance.where": "{label}, {words}",
    "compliance.against.better.better": "{who} would like that better than the package and than "
    "today.",
    "compliance.against.better.same": "{who} would like that better than the package, and as much "
    "as today.",
    "compliance.against.better.worse": "{who} would like that better than the package, but less "
    "than today.",
    "compliance.against.same.better": "{who} would like that as much as the package, and better "
    "than today.",
    "compliance.against.same.same": "{who} would like that as much as the package and as today.",
    "compliance.against.same.worse": "{who} would like that as much as the package, but less than "
    "today.",
    "compliance.against.worse.better": "{who} would like that less than the package, but better "
    "than today.",
    "compliance.against.worse.same": "{who} would like that less than the package, and as much as "
    "today.",
    "compliance.against.worse.worse": "{who} would like that less than the package and than today.",
    "compliance.departs": "Then {who} would gain by choosing {change}, which leads to {where}.",
    "compliance.departs.held": "Then {who} would gain by choosing {change}, but would be deterred "
    "under {concepts}.",
    "compliance.stay": "None of the signers in the conflict would then move away.",
    "compliance.impossible": "It cannot be carried out as it stands.",
    "compliance.clash": "These needs cannot be met together, all else being as today: {wants}.",
    "compliance.clash.one": "This need cannot be met, all else being as today: {wants}.",
    "compliance.rules": "What rules it out: {rules}.",
    "compliance.also": "It would also take this: {changes}. That leads to {label}: {words}.",
    "compliance.no_nearest": "No state that can happen meets all its needs.",
    "compliance.worth": "{one} against {other}",
    "compliance.range": "{low} to {high}",
    "compliance.order": "by the order given",
    "compliance.table.outcomes": "{who} would rather settle on “{better}” than on “{worse}” "
    "({worth})",
    "compliance.table.above": "to {who} the package is worth more than no deal ({worth} against "
    "{no_deal})",
    "compliance.table.below": "to {who} the package is worth less than no deal ({worth} against "
    "{no_deal})",
    "compliance.conflict.statement": "{who} would like {wish}",
    "compliance.conflict.ranking": "{who} has {better} at place {first} of {tiers} and {worse} at "
    "place {second}",
    "compliance.conflict.weights": "the weights of {who} put {better} above {worse}",
    "compliance.contradictions": "Where the table and the conflict contradict each other",
    "compliance.against.outcomes": "{who}: “{better}” is better than “{worse}” at the table, but, "
    "all else as today, what it takes is worse in the conflict.",
    "compliance.against.package": "{who}: this package is better than no deal at the table, but "
    "worse than today in the conflict: {package}.",
    "compliance.against.no_deal": "{who}: this package is worse than no deal at the table, but "
    "better than today in the conflict: {package}.",
    "compliance.also_packages": "The same is true of {n} more packages.",
    "compliance.also_packages.one": "The same is true of one more package.",
    "compliance.ground.table": "At the table, line {line}: {words}.{because}",
    "compliance.ground.conflict": "In the conflict, line {line}: {words}, which decides for "
    "{label} and against {other}.{because}",
    "compliance.because": " “{text}”",
    "compliance.quote": " {source}: “{text}”",
    "compliance.no_contradictions": "The table and the conflict do not contradict each other.",
    "verify.enforcement.whole": "All {verdicts:,} claims about packages in the conflict were "
    "derived again from the literal definitions.",
    "verify.enforcement.part": "{checked:,} of {verdicts:,} claims about packages in the conflict "
    "were derived again from the literal definitions. The others were not checked.",
}
