"""Sentences of our own with who says what: speaker, cue, addressee and act.

A line of gold is ``speaker | cue | addressee | act``; alternatives are parted by a slash. A speaker
or addressee is right where its words stand in a value, or the value in them.
"""

FIRST: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Turkey said that the border would stay closed.", ("turkey | said | | say",)),
    ("Iran insists that enrichment is its right.", ("iran | insists | | insist",)),
    (
        "Sergei Lavrov accused the United States of sabotaging the truce.",
        ("Lavrov | accused | us/united states | accuse",),
    ),
    (
        "The UN envoy urged both sides to let food convoys through.",
        ("UN envoy/un/envoy | urged | | demand",),
    ),
    ('"We are not leaving," said the rebel commander.', ("rebel | said | | refuse",)),
    (
        '"The door is open," the minister told reporters, adding that a date was being discussed.',
        ("minister | told | | say", "minister | adding | | say"),
    ),
    (
        "According to Ukrainian officials, the shelling went on all night.",
        ("ukrain | According to | | say",),
    ),
    (
        "The fighting will get worse, according to aid workers.",
        ("aid workers | according to | | say",),
    ),
    ("Qatar called on Israel to lift the blockade.", ("qatar | called | israel | demand",)),
    ("Egypt rejected the Ethiopian proposal on Thursday.", ("egypt | rejected | | refuse",)),
    (
        "Sudan was accused by Chad of arming the insurgents.",
        ("chad | accused | sudan | accuse",),
    ),
    (
        "The president promised to free two hundred prisoners.",
        ("president | promised | | promise",),
    ),
    (
        "Pakistan warned that it would respond with force to any strike.",
        ("pakistan | warned | | threaten",),
    ),
    (
        "France welcomed the agreement between the two governments.",
        ("france | welcomed | | praise",),
    ),
    ("Diplomats doubt that the parties will meet before winter.", ("Diplomats | doubt | | doubt",)),
    (
        "The Colombian government blamed the ELN for the collapse of the talks.",
        ("colombia | blamed | eln | accuse",),
    ),
    (
        "Rwanda denied that its troops had crossed the border, calling the report a fabrication.",
        ("rwanda | denied | | say/refuse",),
    ),
    (
        "Azerbaijan's demand for a land corridor was the main topic.",
        ("azerbaijan | demand | | demand",),
    ),
    (
        "In a statement, the foreign ministry said Armenia had opened fire first.",
        ("foreign ministry/ministry | said | | say/accuse",),
    ),
    (
        "Saudi Arabia rules out direct talks as long as missiles are fired at its cities.",
        ("saudi | rules out | | refuse",),
    ),
    (
        "Israeli officials said Hamas had told mediators that it needed more time.",
        ("israel | said | | say", "hamas | told | mediators | say"),
    ),
    (
        "The peace process is dead, the guerrillas wrote in an open letter.",
        ("guerrillas | wrote | | say",),
    ),
    (
        "Emmanuel Macron tweeted that Europe would not stand by.",
        ("Macron | tweeted | | say/promise/refuse",),
    ),
    (
        "North Korea has threatened to walk out of the talks.",
        ("north korea/north_korea | threatened | | threaten",),
    ),
    (
        "China praised Pakistan for hosting the meeting.",
        ("china | praised | pakistan | praise",),
    ),
    (
        "The army will leave the town once the militia disarms, the governor announced.",
        ("governor | announced | | say/promise",),
    ),
    (
        "Libya's eastern authorities dismissed the plan as a foreign dictate.",
        ("libya/eastern authorities | dismissed | | refuse",),
    ),
    (
        "Spain questioned whether the referendum could be held.",
        ("spain | questioned | | doubt",),
    ),
    (
        "The negotiators agreed to exchange lists of detainees.",
        ("negotiators | agreed | | promise",),
    ),
    (
        "Serbia will never recognise the declaration, its president said, and added that "
        "no threat would change that.",
        ("president/serbia | said | | refuse", "president/serbia | added | | say"),
    ),
    (
        "The accusation by Eritrea that Ethiopia had moved troops could not be checked.",
        ("eritrea | accusation | | accuse",),
    ),
    (
        "Kosovo's refusal to reopen the bridge angered Belgrade.",
        ("kosovo | refusal | | refuse",),
    ),
    (
        "The two governments traded accusations over the downed helicopter.",
        ("governments | accusations | | accuse",),
    ),
    (
        "Myanmar's junta has said it will hold elections, but analysts are sceptical "
        "that they will be free.",
        ("myanmar/junta | said | | promise/say", "analysts | sceptical | | doubt"),
    ),
    (
        "Moscow demands that Kyiv withdraw from four regions.",
        ("russia | demands | ukraine | demand",),
    ),
    (
        "London and Dublin stressed that the border must remain open.",
        ("uk/united kingdom/ireland | stressed | | insist",),
    ),
    (
        "The mediator appealed to the warring parties to spare hospitals.",
        ("mediator | appealed | parties | demand",),
    ),
    (
        "Nothing has been decided; a senior official said on condition of anonymity.",
        ("senior official | said | | say",),
    ),
    (
        "The ceasefire is holding, say UN monitors.",
        ("monitors/un | say | | say",),
    ),
    (
        "The senator, who said he had seen the draft, would not give details.",
        ("senator | said | | say",),
    ),
    (
        "Vladimir Putin vowed to punish those who shot down the plane.",
        ("Putin | vowed | | threaten",),
    ),
    (
        "Cyprus wants Turkey to pull its troops out of the north.",
        ("cyprus | wants | turkey | demand",),
    ),
    (
        "The Houthis said they would not attend unless the airport was opened.",
        ("houthi | said | | refuse",),
    ),
    (
        "Washington thanked Oman for its quiet work.",
        ("us | thanked | oman | praise",),
    ),
    (
        "Kenya's foreign minister hailed the deal as a turning point.",
        ("amina mohamed/kenya/minister | hailed | | praise",),
    ),
    (
        "The opposition condemned the arrest of its leader and called for new elections.",
        ("opposition | condemned | | accuse", "opposition | called | | demand"),
    ),
    ("Nobody was hurt when the convoy crossed the bridge.", ()),
    ("Talks lasted until midnight.", ()),
    ("The pledge was never published.", ()),
    ('The slogan "Say no to war" was painted on the wall.', ()),
    (
        '"He told us that Paris had agreed," the envoy said.',
        ("envoy | said | | say",),
    ),
    (
        "Lebanon: we will not be a battlefield for others",
        ("lebanon | : | | refuse",),
    ),
    (
        "Critics of the accord argue that it rewards violence.",
        ("Critics | argue | | say",),
    ),
    (
        "The report found that both sides had broken the agreement.",
        ("report | found | | say",),
    ),
    (
        "The commander reportedly asked the ministry for more time.",
        ("commander | asked | ministry | demand",),
    ),
    (
        "The general refused to sign the document.",
        ("general | refused | | refuse",),
    ),
    (
        "The mayor believes that the truce will last, but the bishop fears a new offensive.",
        ("mayor | believes | | say", "bishop | fears | | say/doubt"),
    ),
    (
        "South Korea urged Beijing on Monday to use its influence.",
        ("south korea/south_korea | urged | china | demand",),
    ),
    (
        "It would be a mistake to rush, Angela Merkel told parliament, noting that trust "
        "takes years.",
        ("Merkel | told | | say", "Merkel | noting | | say"),
    ),
    (
        "Bogotá offered to halt air raids if the rebels freed the hostages.",
        ("colombia | offered | | promise",),
    ),
    (
        "The rebels claimed responsibility for the blast and promised more attacks.",
        ("rebels | promised | | threaten",),
    ),
)

HARD: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        'The senator called the bill "a gift to the arms lobby" and said she would vote '
        "against it.",
        ("senator | called | | say/accuse", "senator | said | | say/refuse/promise"),
    ),
    (
        '"The vote," the opposition leader said, "was stolen in broad daylight."',
        ("opposition | said | | say/accuse",),
    ),
    (
        "“We were promised schools,” he said. “We got checkpoints.”",
        ("he | said | | say",),
    ),
    (
        "Asked about the leak, Theresa May replied that she would not comment on rumours.",
        ("May | replied | | refuse",),
    ),
    (
        "A poll published on Sunday found that two thirds of voters opposed the treaty.",
        ("poll | found | | say",),
    ),
    (
        "Two people briefed on the negotiations said the draft runs to forty pages.",
        ("people | said | | say",),
    ),
    (
        "The prime minister's spokesman told the BBC that no deadline had been set.",
        ("spokesman | told | | say",),
    ),
    (
        "Some lawmakers worry that the army will never return to barracks.",
        ("lawmakers | worry | | say/doubt",),
    ),
    (
        "The governor has been accused by rights groups of protecting the killers.",
        ("rights groups | accused | governor | accuse",),
    ),
    (
        "Campaigning in the north, Juan Manuel Santos vowed never to negotiate under fire.",
        ("Santos | vowed | | refuse",),
    ),
    (
        "In the view of the court, the blockade is unlawful, and the judges wrote that "
        "it must end.",
        ("judges | wrote | | demand",),
    ),
    (
        "The minister, citing intelligence reports, warned that the group would strike again.",
        ("minister | warned | | say/threaten",),
    ),
    (
        "Neither side would say who had fired first.",
        (),
    ),
    (
        "Officials in Ankara insisted on Friday that the operation would go on, "
        "dismissing appeals from Berlin.",
        (
            "ankara/turkey/officials | insisted | | insist",
            "ankara/turkey/officials | dismissing | | refuse",
            "germany | appeals | | demand",
        ),
    ),
    (
        "The chancellor is said to favour a compromise.",
        (),
    ),
    (
        "It was not clear who gave the order, the inquiry concluded.",
        ("inquiry | concluded | | say",),
    ),
    (
        "Aung San Suu Kyi urged donors not to cut aid, arguing that the poor would suffer.",
        ("Suu Kyi | urged | donors | demand", "Suu Kyi | arguing | | say"),
    ),
    (
        "Mr. Adams did not accept that the IRA had broken its word, but he acknowledged "
        "that trust was gone.",
        ("Adams | acknowledged | | say",),
    ),
    (
        "“Nobody wins a war like this”, the archbishop told mourners.",
        ("archbishop | told | | say",),
    ),
    (
        "The White House declined to comment.",
        (),
    ),
    (
        "Analysts expect the ruling party to lose its majority.",
        ("analysts | expect | | say",),
    ),
    (
        "A foreign ministry communiqué described the raid as an act of piracy.",
        ("ministry/communiqué | described | | say/accuse",),
    ),
    (
        "Japan lodged a protest and demanded an apology from North Korea.",
        ("japan | demanded | north korea | demand",),
    ),
    (
        "Greek officials have repeatedly complained that Turkish jets enter their airspace.",
        ("gree | complained | | accuse",),
    ),
    (
        "The rebels' political chief, speaking by telephone, said that they had released "
        "nine soldiers.",
        ("chief/rebels | said | | say",),
    ),
    (
        "Under the deal, the factions promise to share ministries.",
        ("factions | promise | | promise",),
    ),
    (
        "Hassan Rouhani suggested that Iran could return to the accord if sanctions were lifted.",
        ("Rouhani | suggested | | say/promise",),
    ),
    (
        "Israel's defence minister said the army was prepared to strike, Israeli media reported.",
        ("lieberman/minister/israel | said | | say/threaten/promise", "media | reported | | say"),
    ),
    (
        'Villagers spoke of burnt fields; "There is nothing left," said one elder.',
        ("elder | said | | say",),
    ),
    (
        "The treaty says that neither state may station troops within ten miles of the line.",
        ("treaty | says | | say",),
    ),
)

FRESH: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Cambodia's government said the border clash was not of its making.",
        ("cambodia | said | | say",),
    ),
    (
        "The Taliban rejected a proposal to share power with the cabinet in Kabul.",
        ("taliban | rejected | | refuse",),
    ),
    (
        "Álvaro Uribe blamed the guerrillas for the bomb.",
        ("Uribe | blamed | guerrillas/farc/eln | accuse",),
    ),
    (
        "“No one asked us,” complained the mayor of a border town.",
        ("mayor | complained | | say/accuse",),
    ),
    (
        "Belarus has promised to pull its soldiers back, according to two diplomats.",
        ("belarus | promised | | promise", "diplomats | according to | | say"),
    ),
    (
        "Angela Merkel called for an end to the bloodshed in Donetsk.",
        ("Merkel | called | | demand",),
    ),
    ("Nigeria's army claims the sect has been beaten.", ("nigeria | claims | | say",)),
    (
        "Bashar al-Assad told Russian television that he would stay in office.",
        ("Assad | told | | say/promise",),
    ),
    (
        "The ELN, which says it has freed two policemen, wants the army to stop its raids.",
        ("eln | says | | say", "eln | wants | army/colombia | demand"),
    ),
    (
        "Sri Lanka has dismissed as propaganda a video that shows executions.",
        ("sri lanka | dismissed | | refuse",),
    ),
    (
        "Ireland's prime minister expressed hope that the assembly would sit again.",
        ("prime minister/ireland/kenny | hope/expressed | | say",),
    ),
    (
        '"There was no order to fire," a police spokeswoman insisted.',
        ("spokeswoman | insisted | | insist",),
    ),
    (
        "Thailand and Cambodia accused each other of shooting first.",
        ("thailand | accused | | accuse",),
    ),
    (
        "Hezbollah threatened to strike Haifa if Beirut was bombed.",
        ("hezbollah | threatened | | threaten",),
    ),
    (
        "Brussels fears that the corridor will become a smugglers' road.",
        ("eu/brussels/belgium | fears | | say",),
    ),
    (
        "Ban Ki-moon appealed for restraint and offered to send a mission.",
        ("Ban | appealed | | demand", "Ban | offered | | promise"),
    ),
    ("The Kurdish party is sceptical about the promised reforms.", ("kurd | sceptical | | doubt",)),
    ("A leaked cable says the palace had known of the coup for weeks.", ("cable | says | | say",)),
    (
        "Burundi's opposition refuses to take part in the vote.",
        ("opposition | refuses | | refuse",),
    ),
    (
        "Peru thanked Brazil for its part in drawing up the protocol.",
        ("peru | thanked | brazil | praise",),
    ),
    (
        "Armenians who fled the enclave say their houses were looted.",
        ("armenia | say | | say/accuse",),
    ),
    (
        "Georgia's warning that it will walk out was not heard in Moscow.",
        ("georgia | warning | | threaten/say",),
    ),
    (
        "The bishop of Bor, who has met both commanders, believes a truce is near.",
        ("bishop | believes | | say",),
    ),
    (
        "The envoy was told by Hamas that the list of prisoners was final.",
        ("hamas | told | envoy | say",),
    ),
    ("Tony Blair hailed the vote as a triumph of patience.", ("Blair | hailed | | praise",)),
    (
        "Estonia urged its allies to send more ships, saying the cables were at risk.",
        ("estonia | urged | allies | demand", "estonia | saying | | say"),
    ),
    (
        "Yemen's president accepted the plan, but the Houthis dismissed it, state media said.",
        ("houthi | dismissed | | refuse", "media | said | | say"),
    ),
    (
        "Talks will go on, Norway's foreign ministry announced late on Friday.",
        ("norway | announced | | say",),
    ),
    ("The fighters swore to defend the town to the last man.", ("fighters | swore | | promise",)),
    ("Chad denies arming the rebels across the border.", ("chad | denies | | say/refuse",)),
    ("Few expect the amnesty to be passed this year.", ("few | expect | | say/doubt",)),
    (
        "The general's accusation that the mediator was biased drew laughter.",
        ("general | accusation | | accuse",),
    ),
    ("The drought has lasted three years and nobody speaks of the war.", ()),
    ("Rain stopped the march before it reached the square.", ()),
    (
        "Xi Jinping warned Taiwan against a declaration of independence.",
        ("Xi | warned | taiwan | threaten",),
    ),
    (
        "Haiti's transitional council said on Sunday that the gangs must hand in their "
        "guns before any talks.",
        ("haiti/council | said | | demand",),
    ),
    (
        "In an interview, Salva Kiir said Riek Machar had broken his word; Machar denied it.",
        ("Kiir | said | | say/accuse",),
    ),
    (
        '"We signed," said a FARC delegate, "because the war had become useless."',
        ("farc | said | | say",),
    ),
    (
        "Vietnam protested against the drilling and demanded that China remove the rig.",
        ("vietnam | protested | | accuse", "vietnam | demanded | china | demand"),
    ),
    (
        "Observers questioned the fairness of the count, and Zambia's opposition said it "
        "would go to court.",
        ("Observers | questioned | | doubt", "opposition | said | | say/threaten/promise"),
    ),
)
