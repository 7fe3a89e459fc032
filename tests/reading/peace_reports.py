"""Reports about peace talks in our own words, and what an analyst would take from each.

A line of gold is a kind, then what must be right, then words of the sentence: statements by whom,
to whom and their act; positions whose; talks of whom, where, from when and their status; truces of
whom and their fate; events by whom, to whom and their type; support by whom, to whom.
"""

from __future__ import annotations

REPORTS: dict[str, tuple[str, str, str]] = {
    "sudan2012": (
        "2012-08-04",
        """\
Sudans edge towards oil deal, but border talks drag on

ADDIS ABABA - Sudan and South Sudan have agreed on how much Juba will pay to
send its oil through northern pipelines, African Union mediator Thabo Mbeki
said on Saturday, ending a dispute that brought the neighbours close to war
in April.

The two delegations met in the Ethiopian capital on Friday for a fifth round
of talks since May. Mbeki told reporters that "the parties have agreed on
all of the financial arrangements concerning oil", but he gave no date for
the restart of pumping.

Khartoum insists that a buffer zone along the border must be in place before
any oil flows. Juba rejected that condition last week, and its chief
negotiator, Pagan Amum, accused Sudan of bombing villages in Northern Bahr
el-Ghazal.

"They bomb our people by night and negotiate by day," Amum said. Sudan's
army denied the charge.

South Sudan's army seized the Heglig oilfield in April and withdrew ten days
later under pressure from the UN Security Council. A ceasefire signed in
February collapsed within a month.

Western diplomats said Khartoum was still arming militias in Jonglei. Sudan,
for its part, accuses Juba of supporting rebels of the SPLM-North in South
Kordofan.

The negotiations were adjourned for Ramadan and will resume on 26 August.
President Omar al-Bashir and his southern counterpart, Salva Kiir, are
expected to meet in September to sign a final text.

US Secretary of State Hillary Clinton, who visited Juba on Friday, urged
both sides to compromise. "The oil is worth nothing in the ground," she told
Kiir.
""",
        """\
S|Thabo Mbeki||say|have agreed on how much Juba
S|Thabo Mbeki||say|told reporters that
P|sudan|Khartoum insists
P|south_sudan|Juba rejected
S|Pagan Amum|sudan|accuse|accused Sudan of bombing
S|Pagan Amum||accuse|They bomb our people
S|sudan||refuse|Sudan's army denied
S|west||say|still arming militias
S|sudan|south_sudan|accuse|accuses Juba of supporting
S|Hillary Clinton|sudan,south_sudan|demand|urged both sides
S|Hillary Clinton|Salva Kiir|say|worth nothing
T|sudan,south_sudan|Addis Ababa|2012-08-03|held|The two delegations met
T|sudan,south_sudan||2012-08-26|scheduled|adjourned for Ramadan
T|sudan,south_sudan||2012-09|scheduled|are expected to meet
A||broken|signed in February
E|south_sudan||ASSAULT|seized the Heglig
E|south_sudan||RETREAT|withdrew ten days later
U|sudan||still arming
U|south_sudan|splm_n|supporting rebels
""",
    ),
    "yemen2018": (
        "2018-12-12",
        """\
Yemen foes weigh Hodeidah plan on last day but one of Sweden talks

STOCKHOLM (Agencies) - Yemen's warring parties were studying a draft on the
port of Hodeidah on Wednesday, a day before the UN-led consultations in the
Swedish village of Rimbo are due to close.

UN envoy Martin Griffiths has handed both delegations a paper under which
the Houthis would leave the city and a joint committee would run it. "We are
close, but not there," a UN official said.

The Saudi-backed government of Abd-Rabbu Mansour Hadi demands that the port
be handed to its own police. The Houthis say they will not accept any force
other than the UN there. "We will never hand the port to the invaders," the
movement's spokesman, Mohammed Abdulsalam, told reporters.

The parties signed an agreement on Tuesday to exchange about 15,000
prisoners. Foreign Minister Khaled al-Yamani described the swap as a
humanitarian step.

The coalition led by Saudi Arabia and the United Arab Emirates has carried
out thousands of air strikes since March 2015. On Sunday its jets struck a
convoy near Saada, killing eleven people, the Houthi-run health ministry
said. Riyadh accuses Iran of supplying the Houthis with missiles, which
Tehran denies.

A humanitarian pause around Hodeidah, announced in November, has largely
held.

Earlier consultations in Geneva collapsed in September after the Houthi
delegation failed to show up. Griffiths said a new round would be held in
January, probably in Amman.

US Defence Secretary Jim Mattis said Washington would continue to support
the coalition, while the Senate threatened to cut off arms sales to Riyadh.
""",
        """\
S|un||say|We are close
P|yemen|demands that the port
P|houthis|will not accept
S|yemen||demand|demands that the port
S|houthis||refuse|say they will not accept
S|Mohammed Abdul-Salam||refuse|We will never hand
S|Khaled al-Yamani||say|described the swap
S|Houthi-run health ministry||say|its jets struck
S|saudi_arabia|iran|accuse|Riyadh accuses Iran
S|iran||refuse|Tehran denies
S|Martin Griffiths||say|new round would be held
S|Jim Mattis||promise|would continue to support
T|yemen,houthis|Rimbo|2018-12-12|under way|due to close
T|houthis|Geneva|2018-09|cancelled|collapsed in September
T||Amman|2019-01|scheduled|probably in Amman
A|yemen,houthis|unknown|signed an agreement on Tuesday
A||holds|has largely held
E|saudi_arabia,uae||ASSAULT|has carried out thousands
E|||ASSAULT|its jets struck
U|saudi_arabia|yemen|Saudi-backed government
U|iran|houthis|of supplying
U|us||continue to support
S|Senate||threaten|threatened to cut off
""",
    ),
    "colombia2015": (
        "2015-09-24",
        """\
HAVANA, September 24 - Colombia's government and the FARC guerrillas
announced a breakthrough on justice for war crimes late on Wednesday, and
set a deadline of six months to end half a century of war.

President Juan Manuel Santos flew to Havana for his first meeting with the
rebel commander, Rodrigo Londono, known as Timochenko. The two men shook
hands in front of Cuba's President Raul Castro, whose country has hosted the
negotiations since November 2012.

"We are adversaries, we come from different sides, but today we advance in
the same direction," Santos said after the ceremony. Timochenko promised
that the FARC would begin to lay down their weapons within 60 days of a
final accord.

The accord creates a special tribunal. Those who confess will spend up to
eight years under restricted liberty; those who do not face prison.

Former president Alvaro Uribe denounced the pact as "impunity for
terrorists". Human Rights Watch questioned whether the penalties would
satisfy victims.

The FARC declared a unilateral ceasefire on 20 July, and the government
suspended air raids on rebel camps five days later. A previous truce broke
down in April, when guerrillas killed eleven soldiers in Cauca. The army
bombed a camp in Guapi in May in reply.

According to the government's chief negotiator, Humberto de la Calle,
disarmament and a bilateral ceasefire remain to be settled. The rebels have
long refused to hand in weapons before political guarantees are given.

Washington, which gave Bogota billions of dollars in military aid, welcomed
the announcement. Secretary of State John Kerry called it "a historic step".

Talks will resume in Havana in October.
""",
        """\
S|Juan Manuel Santos||say|We are adversaries
S|Timoleon Jimenez||promise|Timochenko promised
S|Alvaro Uribe||accuse|denounced the pact
S|hrw||doubt|questioned whether
S|Humberto de la Calle||say|remain to be settled
S|us||praise|welcomed the announcement
S|John Kerry||praise|a historic step
P|farc|have long refused
T|colombia,farc|Havana|2015-09-23|held|flew to Havana
T|colombia,farc|Havana|2015-10|scheduled|Talks will resume
A|farc|unknown|declared a unilateral ceasefire
A||broken|A previous truce broke
E|colombia|farc|RETREAT|suspended air raids
E|farc|colombia|ASSAULT|when guerrillas killed
E|colombia|farc|ASSAULT|bombed a camp
U|us|colombia|billions of dollars
""",
    ),
    "ukraine2014": (
        "2014-09-12",
        """\
Kiev says rebels shelled Donetsk airport despite week-old truce

KIEV, Ukraine - Ukraine accused pro-Russian separatists of shelling Donetsk
airport on Friday in breach of a ceasefire agreed in Minsk a week earlier,
as the European Union imposed new sanctions on Russia's banks and oil
companies.

The truce was signed on 5 September by envoys of Kiev, Moscow and the rebels
under the auspices of the OSCE. It has brought a fall in fighting, but both
camps complain of violations every day.

President Petro Poroshenko said there could be "no military solution" to the
conflict. "Without the sealing of the border, no peace plan will work," he
told a conference in Kiev.

Russian Foreign Minister Sergei Lavrov said the sanctions were an attempt to
derail the peace process and vowed that Moscow would respond calmly. Russia
denies that it has sent troops or weapons across the border.

NATO says about 1,000 Russian soldiers are still fighting inside Ukraine.
"Russia continues to arm, train and finance the separatists," a spokesman
for the alliance said.

Under the twelve points of the Minsk protocol the sides were to free all
captives. Kiev released 31 fighters on Thursday in exchange for 36 soldiers,
the rebel leader Alexander Zakharchenko said.

The separatists insist on independence and reject the law on special status
that Poroshenko has offered. "We are not going back to Ukraine,"
Zakharchenko said.

Envoys of the contact group will meet again in Minsk next week, a diplomat
familiar with the plans said. A meeting scheduled for Thursday was called
off.

Germany's Chancellor Angela Merkel demanded that Russia withdraw its forces
before any easing of sanctions could be discussed.
""",
        """\
S|ukraine|ukraine_separatists|accuse|Ukraine accused pro-Russian
S|Petro Poroshenko||say|no military solution
S|Petro Poroshenko||say|sealing of the border
S|Sergei Lavrov||accuse|an attempt to derail
S|russia||refuse|Russia denies
S|nato||accuse|NATO says
S|nato|russia|accuse|continues to arm
S|Alexander Zakharchenko||say|released 31 fighters
S|Alexander Zakharchenko||refuse|not going back
S|diplomat||say|will meet again
S|Angela Merkel|russia|demand|demanded that Russia
P|ukraine_separatists|insist on independence
P|germany|demanded that Russia
P|ukraine|sealing of the border
T||Minsk|next week|scheduled|will meet again
T||||cancelled|was called off
A|ukraine,russia,ukraine_separatists|unknown|signed on 5 September
E|ukraine_separatists||ASSAULT|shelling Donetsk airport
E|eu|russia|SANCTION|imposed new sanctions
E|ukraine||CONCEDE|released 31 fighters
U|russia|ukraine_separatists|continues to arm
""",
    ),
    "aceh2003": (
        "2003-05-19",
        """\
Indonesia launches offensive in Aceh after Tokyo talks collapse

Jakarta: Indonesian troops landed in Aceh on Monday, hours after last-minute
talks in Tokyo between the government and the Free Aceh Movement ended
without agreement.

President Megawati Sukarnoputri declared martial law in the province at
midnight. Warplanes fired rockets at a rebel base near Banda Aceh, and some
450 paratroopers were dropped at the airport.

Jakarta had demanded that the guerrillas accept autonomy and lay down their
arms. The rebels refused to give up their goal of independence. "We will
fight to the last drop of blood," said Sofyan Dawood, a spokesman for the
movement.

The talks on Saturday and Sunday were brokered by the Geneva-based Henry
Dunant Centre and attended by diplomats from Japan, the United States and
the European Union. Five rebel negotiators were arrested at their hotel in
Banda Aceh as they tried to leave for Tokyo, which the movement described as
a breach of good faith.

A cessation of hostilities signed on 9 December last year raised hopes of an
end to 26 years of war, but it broke down in April over the disarming of the
rebels. Each side blames the other for the collapse.

The United States said it regretted that the possibilities of a peaceful
settlement had not been exhausted. Japan urged both parties to return to the
table. Human rights groups warned that civilians would suffer most.

"There will be no more dialogue until they surrender their weapons," chief
security minister Susilo Bambang Yudhoyono said in Jakarta.

At least 10,000 people have been killed in the conflict since 1976.
""",
        """\
P|indonesia|had demanded that the guerrillas
P|gam|refused to give up
S|indonesia|gam|demand|had demanded that the guerrillas
S|Sofyan Dawood||threaten|last drop of blood
S|us||say|said it regretted
S|japan|indonesia,gam|demand|Japan urged
S|Human rights groups||threaten|civilians would suffer
S|Susilo Bambang Yudhoyono||refuse|no more dialogue
S|gam||say|breach of good faith
P|indonesia|no more dialogue
T|indonesia,gam|Tokyo|2003-05-17|held|last-minute talks
A|indonesia,gam|broken|cessation of hostilities
E|indonesia||MOBILIZE|troops landed in Aceh
E|indonesia||COERCE|declared martial law
E|indonesia|gam|ASSAULT|fired rockets
E||gam|COERCE|were arrested
""",
    ),
    "ireland1994": (
        "1994-12-09",
        """\
BELFAST, Dec 9 - British officials sat down with Sinn Fein for the first
time in two decades on Friday, three months after the Irish Republican Army
called a halt to its campaign.

The meeting at Stormont lasted more than three hours. Martin McGuinness, who
led the Sinn Fein team, said afterwards the encounter had been
"constructive" but warned that his party would not discuss weapons unless
British troops left the streets.

London insists that the IRA must begin to hand over its arms before Sinn
Fein can join all-party negotiations. "There can be no place at the table
for those who keep guns under it," a Northern Ireland Office spokesman said.

Prime Minister John Major has promised a referendum on any settlement. His
Irish counterpart, Albert Reynolds, who resigned last month, had urged
London to move faster.

The IRA announced a complete cessation of military operations on 31 August.
Loyalist paramilitaries followed with a ceasefire of their own on 13
October. Both have held so far, although a postal worker was shot dead in
Newry in November during a robbery that the IRA admitted its members had
carried out.

Ulster Unionist leader James Molyneaux dismissed the talks as "a reward for
violence". The Reverend Ian Paisley, of the Democratic Unionists, accused
Major of surrendering to gunmen.

In Washington, the White House welcomed the start of exploratory dialogue.
President Bill Clinton lifted a ban on official contacts with Sinn Fein in
October.

A second meeting is planned for 19 December, officials said. Representatives
of the loyalist parties will meet British officials at Stormont on 15
December.
""",
        """\
S|Martin McGuinness||say|had been "constructive"
S|Martin McGuinness||refuse|would not discuss weapons
P|sinn_fein|would not discuss weapons
P|uk|London insists
S|uk||refuse|no place at the table
S|John Major||promise|has promised a referendum
S|Albert Reynolds|uk|demand|had urged London
S|James Molyneaux||refuse|a reward for violence
S|Ian Paisley|John Major|accuse|surrendering to gunmen
S|us||praise|welcomed the start
S|officials||say|A second meeting is planned
T|uk,sinn_fein|Stormont|1994-12-09|held|sat down
T|uk,sinn_fein||1994-12-19|scheduled|second meeting is planned
T|uk,loyalists|Stormont|1994-12-15|scheduled|Representatives of the loyalist
A|ira|holds|complete cessation of military
A|loyalists|holds|Loyalist paramilitaries followed
E|us|sinn_fein|RETREAT|lifted a ban
""",
    ),
    "karabakh2016": (
        "2016-05-17",
        """\
Armenian and Azerbaijani leaders agree to respect truce

VIENNA (Wire services) -- The presidents of Armenia and Azerbaijan agreed
late on Monday to observe a ceasefire in Nagorno-Karabakh and to allow more
monitors along the front, the co-chairs of the OSCE Minsk Group said.

Serzh Sarksyan and Ilham Aliyev met for the first time since four days of
fighting in April killed about 200 people. The talks in Vienna were hosted
by US Secretary of State John Kerry, Russian Foreign Minister Sergei Lavrov
and France's minister for European affairs, Harlem Desir.

"The presidents reiterated their commitment to the ceasefire and the
peaceful settlement of the conflict," the three powers said in a joint
statement.

A Russian-brokered truce ended the April clashes but each side has since
accused the other of firing across the line of contact. On Tuesday, the
defence ministry in Baku said Armenian forces had violated the ceasefire 120
times within a day. Karabakh's army said one of its soldiers was killed by
Azeri sniper fire.

Yerevan wants investigators to establish who started each incident. Baku
opposes this unless Armenia withdraws from the districts around the enclave.
"The status quo is unacceptable," Aliyev said last week.

Turkey has pledged to stand by Azerbaijan "to the end". Russia, which has a
base in Armenia, sells weapons to both countries.

The two leaders agreed to meet again in June at a place still to be decided.
Diplomats said St Petersburg was possible.

The first ceasefire, signed in May 1994, ended a war in which some 30,000
people died. It has never been replaced by a peace treaty.
""",
        """\
S|osce_minsk_group||say|agreed late on Monday
S|us,russia,france||say|reiterated their commitment
S|armenia,azerbaijan||accuse|has since accused
S|azerbaijan|armenia|accuse|had violated the ceasefire
S|karabakh||say|Karabakh's army said
S|Ilham Aliyev||say|status quo is unacceptable
S|turkey||promise|has pledged
S|Diplomats||say|St Petersburg was possible
P|armenia|Yerevan wants
P|azerbaijan|Baku opposes
T|armenia,azerbaijan|Vienna|2016-05-16|held|The talks in Vienna
T|armenia,azerbaijan||2016-06|scheduled|agreed to meet again
A|armenia,azerbaijan|broken|Russian-brokered truce
A|armenia,azerbaijan|unknown|signed in May 1994
A|armenia,azerbaijan|unknown|observe a ceasefire
U|russia|armenia,azerbaijan|sells weapons
""",
    ),
    "mindanao2008": (
        "2008-08-05",
        """\
Philippine court halts signing of ancestral land accord with Muslim rebels

KUALA LUMPUR - Government negotiators and the Moro Islamic Liberation Front
called off the signing of a land agreement in Malaysia on Tuesday after the
Supreme Court in Manila issued a last-minute order.

The memorandum, initialled on 27 July after 13 years of negotiations, would
have widened the Muslim homeland on Mindanao. Catholic politicians in the
south petitioned the court against it.

"The agreement is a done deal," MILF chief negotiator Mohagher Iqbal told
reporters in Kuala Lumpur. He said the rebels would not renegotiate it.
Presidential adviser Hermogenes Esperon, who led the government panel,
expressed hope that the order would be lifted within weeks.

The army said hundreds of rebels had occupied five villages in North
Cotabato since July. Troops backed by helicopters attacked rebel positions
near Aleosan on Monday, a military spokesman said. The MILF denied that its
fighters had broken the ceasefire of 2003, saying that they were defending
themselves against armed civilians.

Malaysia, which has brokered the talks since 2001, threatened to pull its
monitors out at the end of August unless there was progress. Libya and
Brunei also take part in the monitoring team.

President Gloria Arroyo's critics accuse her of using the deal to extend her
term. Her spokesman rejected the claim.

The International Crisis Group warned that the collapse of the accord could
lead to renewed war. More than 120,000 people have died since the 1970s.

Both sides said they would stay in contact through the Malaysian mediator.
No date was set for the next meeting.
""",
        """\
S|Mohagher Iqbal||say|done deal
S|Mohagher Iqbal||refuse|would not renegotiate
S|Hermogenes Esperon||say|expressed hope
S|philippines|milf|accuse|had occupied five villages
S|philippines||say|Troops backed by helicopters
S|milf||refuse|denied that its fighters
S|malaysia||threaten|threatened to pull
S|President Gloria Arroyo's critics|Gloria Macapagal Arroyo|accuse|accuse her
S|spokesman||refuse|rejected the claim
S|crisis_group||threaten|could lead to renewed war
S|philippines,milf||promise|they would stay in contact
A|philippines,milf|unknown|initialled on 27 July
E|philippines|milf|ASSAULT|attacked rebel positions
E|milf||ASSAULT|had occupied five villages
""",
    ),
    "gaza2014": (
        "2014-08-18",
        """\
Israel, Palestinians extend Gaza truce by a day

CAIRO (Agencies) - Israel and the Palestinians agreed on Monday to extend a
Gaza ceasefire by 24 hours to allow Egyptian-mediated talks to continue,
officials on both sides said, minutes before a five-day truce was due to
expire at midnight.

Egypt's intelligence service has shuttled between the delegations, which do
not meet face to face. An Egyptian proposal would ease the blockade in
stages. Hamas demands a seaport and the release of prisoners re-arrested in
June; Israel wants the strip demilitarised.

"Our position is firm: no agreement without a lifting of the siege," said
Hamas spokesman Sami Abu Zuhri. Prime Minister Benjamin Netanyahu said
Israel would agree to a long-term arrangement only if its security needs
were met. "If Hamas thinks it can cover its military defeat with a political
achievement, it is mistaken," he told his cabinet on Sunday.

Azzam al-Ahmad, who heads the Palestinian team, told Egyptian television
that there was "no progress on any point". A senior Israeli official,
speaking on condition of anonymity, dismissed reports of a deal.

Israel launched its offensive on 8 July after a surge in rocket fire. Hamas
has fired more than 3,000 rockets at Israeli towns, and Israeli jets and
artillery have pounded the densely populated strip. Three earlier truces
collapsed within hours.

The Palestinian health ministry puts the death toll at 2,016. Sixty-four
Israeli soldiers and three civilians have been killed.

UN Secretary-General Ban Ki-moon called on both sides to reach "a durable
ceasefire". Qatar, which supports Hamas, has offered to pay public salaries
in Gaza.
""",
        """\
S|officials||say|agreed on Monday to extend
S|hamas||demand|Hamas demands a seaport
S|Sami Abu Zuhri||refuse|Our position is firm
S|Benjamin Netanyahu||say|would agree to a long-term
S|Benjamin Netanyahu||threaten|cover its military defeat
S|Azzam al-Ahmad||say|no progress on any point
S|israel||refuse|dismissed reports
S|Ban Ki-moon|israel,hamas|demand|called on both sides
S|qatar||promise|has offered to pay
P|hamas|Hamas demands a seaport
P|israel|Israel wants the strip
P|israel|would agree to a long-term
P|hamas|Our position is firm
A|israel,palestine|holds|agreed on Monday to extend
A||broken|Three earlier truces
E|israel||ASSAULT|launched its offensive
E|hamas|israel|ASSAULT|fired more than 3,000
E|israel||ASSAULT|have pounded
U|qatar|hamas|Qatar, which supports
""",
    ),
    "tigray2022": (
        "2022-11-02",
        """\
PRETORIA, Nov 2 - Ethiopia's federal government and the Tigray People's
Liberation Front signed a deal on Wednesday to silence the guns after two
years of war, the African Union's mediator announced.

Former Nigerian president Olusegun Obasanjo said both parties had "formally
agreed to the cessation of hostilities" and to "systematic, orderly, smooth
and coordinated disarmament". The talks opened in the South African capital
on 25 October and were the first formal round between the two.

Redwan Hussien, national security adviser to Prime Minister Abiy Ahmed,
signed for Addis Ababa, and Getachew Reda for the TPLF. "We have made
concessions because we have to build trust," Getachew told the ceremony.

Eritrea, whose troops fought beside the Ethiopian army, did not take part.
Rights groups accuse Eritrean soldiers of massacres and rape, and Asmara has
rejected the allegations. Diplomats doubt that the deal can work unless the
Eritreans leave.

An earlier humanitarian truce, declared by Addis Ababa in March, ended on 24
August when fighting broke out near Kobo. Ethiopian forces captured Shire on
17 October with the help of Eritrean artillery.

Abiy pledged to carry out the accord and thanked the United States and
Kenya, whose former president Uhuru Kenyatta helped to mediate. UN
Secretary-General Antonio Guterres welcomed the accord as a "critical first
step". Washington urged the sides to let aid into Tigray at once.

A meeting of senior commanders is to take place in Nairobi within five days
to settle the details of disarmament.

Researchers in Belgium believe that up to 600,000 people have died.
""",
        """\
S|au||say|announced
S|Olusegun Obasanjo||say|formally agreed
S|Getachew Reda||say|made concessions
S|Rights groups|eritrea|accuse|Rights groups accuse
S|eritrea||refuse|rejected the allegations
S|Diplomats||doubt|Diplomats doubt
S|Abiy Ahmed||promise|Abiy pledged
S|Abiy Ahmed|us,kenya|praise|thanked
S|Antonio Guterres||praise|critical first step
S|us|ethiopia,tplf|demand|Washington urged
T|ethiopia,tplf|Pretoria|2022-10-25|held|opened in the South African
T|ethiopia,tplf|Nairobi|2022-11|scheduled|meeting of senior commanders
A|ethiopia,tplf|unknown|signed a deal on Wednesday
A|ethiopia|expired|An earlier humanitarian truce
E|ethiopia||ASSAULT|captured Shire
U|eritrea|ethiopia|with the help of
""",
    ),
    "srilanka2002": (
        "2002-09-18",
        """\
Tamil Tigers drop demand for separate state at Thai talks

SATTAHIP, Thailand - Sri Lanka's government and the Liberation Tigers of
Tamil Eelam ended three days of talks at a Thai naval base on Wednesday with
an agreement to set up a joint committee on resettlement and to hold three
further rounds by January.

It was the first meeting between the enemies in seven years. The rebels'
chief negotiator, Anton Balasingham, said the Tigers did not seek a separate
state. "Our demand is for a homeland and self-determination," he said at a
joint news conference.

Constitutional Affairs Minister G.L. Peiris, who headed the government's
delegation, described the mood as "friendly". Norway's deputy foreign
minister, Vidar Helgesen, who chaired the sessions, praised both sides for
their courage.

The parties will meet again in Thailand from 31 October to 3 November. A
fourth round is scheduled for Norway in December.

Colombo lifted its ban on the LTTE on 4 September, which the rebels had made
a condition for talks. Under a ceasefire signed in February, both sides have
opened roads and exchanged prisoners. Norwegian-led monitors have recorded
more than 300 violations but say the truce is holding.

President Chandrika Kumaratunga, a rival of Prime Minister Ranil
Wickremesinghe, said on Tuesday that the Tigers were still recruiting
children. Hardline Buddhist monks marched through Colombo to protest against
the talks.

Earlier negotiations in 1994 and 1995 collapsed when the Tigers sank two
navy boats in Trincomalee. More than 64,000 people have been killed since
1983.
""",
        """\
S|Anton Balasingham||say|did not seek a separate
S|Anton Balasingham||demand|Our demand is for
S|G. L. Peiris||praise|described the mood
S|Vidar Helgesen|sri_lanka,ltte|praise|praised both sides
S|Chandrika Kumaratunga|ltte|accuse|still recruiting
S|norway||say|the truce is holding
P|ltte|did not seek a separate
T|sri_lanka,ltte|Sattahip|2002-09-16|held|ended three days
T|sri_lanka,ltte|Thailand|2002-10-31|scheduled|will meet again in Thailand
T|sri_lanka,ltte|Norway|2002-12|scheduled|fourth round is scheduled
T|sri_lanka,ltte||1994/1995|held|Earlier negotiations in 1994
A|sri_lanka,ltte|holds|signed in February
E|sri_lanka|ltte|RETREAT|lifted its ban
E|||PROTEST|marched through Colombo
E|ltte||ASSAULT|sank two navy boats
E|sri_lanka,ltte||CONCEDE|exchanged prisoners
""",
    ),
    "kosovo1999": (
        "1999-02-23",
        """\
Kosovo talks end with half a deal

RAMBOUILLET, France, Feb 23 -- Seventeen days of talks on Kosovo ended on
Tuesday without a signature but with a promise from both sides to come back
on 15 March, mediators said.

The ethnic Albanian delegation accepted the plan for autonomy "in principle"
and asked for two weeks to consult. Serbia agreed to most of the political
part but refuses to let NATO troops into the province.

"There is no question of foreign soldiers on our soil," Serbian President
Milan Milutinovic told a news conference in Paris. US Secretary of State
Madeleine Albright, who spent three days at the chateau, blamed Belgrade for
the failure to reach a full agreement. British Foreign Secretary Robin Cook
said that military action remained possible.

NATO Secretary-General Javier Solana warned Yugoslav President Slobodan
Milosevic that the alliance would act if his forces launched a new
offensive. Russia, which opposes air strikes, said the use of force would be
"unacceptable".

In Kosovo, Serbian police and army units shelled villages near Vucitrn on
Tuesday, the OSCE mission said. The Kosovo Liberation Army, which is armed
by emigrants in Germany and Switzerland, ambushed a police patrol on Monday.

A ceasefire negotiated in October by US envoy Richard Holbrooke has all but
collapsed. Some 2,000 people have been killed in a year of fighting, and
hundreds of thousands have fled.

The rebels insist on a referendum on independence after three years.
Belgrade rules that out. Hashim Thaci, the 30-year-old leader of the
delegation, said that he could not sign before speaking to commanders in the
field.
""",
        """\
S|mediators||say|without a signature
P|serbia|refuses to let NATO
S|Milan Milutinovic||refuse|no question of foreign
S|Madeleine Albright|serbia|accuse|blamed Belgrade
S|Robin Cook||threaten|remained possible
S|Javier Solana|Slobodan Milosevic|threaten|warned Yugoslav
S|russia||say|unacceptable
P|russia|opposes air strikes
S|osce||say|shelled villages
P|kla|insist on a referendum
P|serbia|rules that out
S|Hashim Thaci||refuse|could not sign
T|serbia,kosovo_albanians|Rambouillet|1999-02-07|held|Seventeen days
T|serbia,kosovo_albanians||1999-03-15|scheduled|come back on 15 March
A||broken|negotiated in October
E|serbia||ASSAULT|shelled villages
E|kla|serbia|ASSAULT|ambushed a police
U||kla|armed by emigrants
""",
    ),
    "sudan2023": (
        "2023-05-21",
        """\
Sudan's generals sign week-long truce in Jeddah

JEDDAH/KHARTOUM - Sudan's army and the paramilitary Rapid Support Forces
signed a seven-day ceasefire late on Saturday, Saudi Arabia and the United
States said, after five weeks of fighting that has emptied much of the
capital.

The truce takes effect on Monday at 9.45 pm and, unlike earlier ones, will
be watched by a committee of both sides, Riyadh and Washington. At least six
previous ceasefires were broken within hours, for which the army and the RSF
blamed each other.

"It is past time to silence the guns," US Secretary of State Antony Blinken
said in a statement.

The talks at the Red Sea port began on 6 May. On 11 May the rivals signed a
declaration to protect civilians. Army chief Abdel Fattah al-Burhan, who
sent only junior officers, has ruled out direct negotiations with RSF
commander Mohamed Hamdan Dagalo, known as Hemedti, until his fighters leave
hospitals and homes.

Residents of Omdurman reported air strikes on Sunday morning. RSF fighters
stormed the Qatari embassy on Saturday, Doha said. The army has besieged an
RSF base in the north of the city since April.

Egypt backs Burhan, while the United Arab Emirates is said by diplomats to
have supplied Hemedti's men with weapons. Abu Dhabi denies this. Wagner, the
Russian mercenary company, has trained RSF units.

On Friday, Burhan dismissed Dagalo as his deputy on the ruling council. UN
envoy Volker Perthes told the Security Council that the conflict risked
taking on an ethnic dimension in Darfur.

Further rounds will deal with a permanent ceasefire, the mediators said.
""",
        """\
S|saudi_arabia,us||say|signed a seven-day
S|Antony Blinken||demand|silence the guns
S|Residents of Omdurman||say|reported air strikes
S|qatar||say|stormed the Qatari
S|diplomats||say|is said by diplomats
S|uae||refuse|Abu Dhabi denies
S|Volker Perthes|un|say|risked taking on
S|mediators||say|Further rounds will deal
S|sudan,rsf||accuse|blamed each other
P|sudan|has ruled out direct
T|sudan,rsf|Jeddah|2023-05-06|held|began on 6 May
A|sudan,rsf|unknown|signed a seven-day
A|sudan,rsf|broken|At least six previous
A|sudan,rsf|unknown|signed a declaration
E|rsf|qatar|ASSAULT|stormed the Qatari
E|sudan|rsf|COERCE|has besieged
U|egypt|sudan|Egypt backs
U|uae|rsf|to have supplied
U|russia|rsf|has trained RSF
""",
    ),
    "nepal2006": (
        "2006-06-17",
        """\
Nepal PM and Maoist chief agree to share power

KATHMANDU, June 17 - Nepal's prime minister and the leader of the Maoist
rebels agreed on an interim government late on Friday after ten hours of
talks, the first time that Prachanda, who spent a quarter of a century
underground, had appeared in public in the capital.

Girija Prasad Koirala, who is 84, received the guerrilla leader at his
residence in Baluwatar. Under an eight-point accord, parliament will be
dissolved and the UN will be invited to supervise the weapons of both
armies.

"This is a great day for the Nepali people," Prachanda told a crowded news
conference. He vowed that his fighters would never return to war, but he
insisted that the monarchy must be abolished. Home Minister Krishna Sitaula
said that the two sides had yet to agree on when the rebels would disarm.

The army chief cautioned that armed men should not sit in the cabinet.
India, which has backed the peace process, welcomed the accord. The United
States, which lists the Maoists as terrorists, said through its ambassador,
James Moriarty, that it would not deal with ministers who kept private
armies.

The Maoists declared a three-month truce in April after weeks of street
protests forced King Gyanendra to give up absolute rule. The government
answered with a ceasefire of its own on 3 May and freed hundreds of jailed
rebels. Two previous attempts at peace, in 2001 and 2003, failed.

Negotiators from both sides will meet on Monday to draft a temporary
constitution. More than 13,000 people have died since the revolt began in
1996.
""",
        """\
S|Pushpa Kamal Dahal||praise|a great day
S|Pushpa Kamal Dahal||promise|never return to war
S|Pushpa Kamal Dahal||insist|monarchy must be abolished
P|cpn_maoist|monarchy must be abolished
S|Krishna Sitaula||say|had yet to agree
S|nepal||demand|army chief cautioned
S|india||praise|welcomed the accord
S|us||refuse|would not deal
P|us|would not deal
T|nepal,cpn_maoist|Baluwatar|2006-06-16|held|agreed on an interim
T|nepal,cpn_maoist||2006-06-19|scheduled|Negotiators from both
A|cpn_maoist|unknown|declared a three-month
A|nepal|unknown|answered with a ceasefire
E|nepal|cpn_maoist|CONCEDE|freed hundreds
""",
    ),
    "darfur2006": (
        "2006-05-05",
        """\
Darfur government and main rebel faction sign peace deal in Abuja

ABUJA, May 5 (Agencies) - Sudan's government and the largest rebel faction
in Darfur signed a peace agreement in the Nigerian capital on Friday, but
two smaller groups refused to put their names to it.

Minni Minnawi, who leads the bigger wing of the Sudan Liberation Army,
accepted the African Union text after a night of pressure from US Deputy
Secretary of State Robert Zoellick. "I am signing with reservations about
the sharing of power," Minnawi told the mediators.

His rival, Abdel Wahed Mohamed al-Nur, said he would not sign unless
Khartoum paid compensation to the victims. The Justice and Equality Movement
rejected the document as unfair to the region. The AU's chief mediator,
Salim Ahmed Salim, warned the holdouts that the Security Council could
impose sanctions on them.

Under the accord, the Janjaweed militia, armed by Khartoum, must be disarmed
by mid-October. Sudan has always denied that it supports the militia. Rebel
fighters are to be integrated into the army.

A ceasefire signed in N'Djamena in April 2004 has been violated by all
sides. Government helicopters bombed villages near Gereida last week, aid
workers said. Chad accuses Khartoum of backing the rebels who attacked its
capital on 13 April.

President George W. Bush praised the agreement and urged the Senate to
approve food aid. Khartoum opposes the deployment of UN troops until the
deal is in force. UN envoy Jan Pronk will meet Sudanese officials in
Khartoum on 9 May.

The war has killed at least 180,000 people and driven two million from their
homes.
""",
        """\
S|Minni Minnawi||say|signing with reservations
S|Abdul Wahid al-Nur||refuse|he would not sign
P|abdel|he would not sign
S|jem||refuse|rejected the document
S|Salim Ahmed Salim||threaten|warned the holdouts
S|sudan||say|has always denied
S|aid workers||say|bombed villages near
S|chad|sudan|accuse|Chad accuses
S|George W. Bush||praise|praised the agreement
P|sudan|Khartoum opposes
T|un,sudan|Khartoum|2006-05-09|scheduled|will meet Sudanese officials
A|sudan,slm|unknown|signed a peace agreement
A||broken|signed in N'Djamena
E|sudan||ASSAULT|bombed villages near
E||chad|ASSAULT|who attacked its capital
U|sudan|janjaweed|armed by Khartoum
U|sudan||backing the rebels
""",
    ),
    "iran2013": (
        "2013-11-24",
        """\
Iran and six powers reach interim nuclear deal in Geneva

GENEVA - Iran agreed early on Sunday to curb its nuclear work for six months
in exchange for limited relief from sanctions, after four days of talks with
the United States and five other powers.

EU foreign policy chief Catherine Ashton announced the agreement shortly
before 3 am beside Iranian Foreign Minister Mohammad Javad Zarif. US
Secretary of State John Kerry and his Russian counterpart, Sergei Lavrov,
had joined the negotiations on Saturday.

Tehran promised to stop enriching uranium above five percent and to dilute
its stock of 20-percent material. In return, Washington will release about
$4 billion in frozen oil revenue. Zarif insisted that the text recognised
Iran's right to enrichment; Kerry denied this.

"What was achieved last night is not a historic agreement, it is a historic
mistake," Israeli Prime Minister Benjamin Netanyahu told his cabinet. Israel
wants all centrifuges dismantled and has threatened to attack Iranian plants
if diplomacy fails. Saudi Arabia, which fears a stronger Iran, reacted
coolly.

President Hassan Rouhani welcomed the outcome in a televised speech. US
President Barack Obama said the deal would "cut off Iran's most likely paths
to a bomb" but warned that sanctions would return if Tehran cheated.

Earlier rounds in Geneva in October and early November ended without
agreement. France had blamed Iran for the failure of the second. Negotiators
are expected to start work on a final accord in Vienna in January.

Republican senators in Washington questioned whether Iran could be trusted.
Iranian state television reported that inspectors would visit the Arak plant
on 8 December.
""",
        """\
S|iran||promise|agreed early on Sunday
S|iran||promise|Tehran promised
S|Mohammad Javad Zarif||insist|Zarif insisted
S|John Kerry||say|Kerry denied
S|Benjamin Netanyahu||accuse|historic mistake
P|israel|Israel wants all
S|israel||threaten|has threatened to attack
S|Hassan Rouhani||praise|welcomed the outcome
S|Barack Obama||say|most likely paths
S|Barack Obama||threaten|sanctions would return
S|france|iran|accuse|France had blamed
S|Republican senators in Washington||doubt|questioned whether
S|Iranian state television||say|would visit the Arak
P|iran|Tehran promised
T|iran,us|Geneva|2013-11-20|held|after four days of talks
T||Geneva|2013-10/2013-11|held|Earlier rounds
T||Vienna|2014-01|scheduled|are expected to start
A|iran||unknown|announced the agreement
E|us||CONCEDE|will release about
""",
    ),
    "bosnia1995": (
        "1995-10-12",
        """\
Bosnia ceasefire takes hold a minute after midnight

SARAJEVO, Oct 12 - A 60-day ceasefire between Bosnian government forces and
the Bosnian Serbs came into force on Thursday, two days late, as US envoy
Richard Holbrooke prepared for peace talks at an air base in Ohio.

The truce had been held up because Sarajevo demanded that gas and
electricity be restored to the besieged city first. Engineers reconnected
the supply on Wednesday. UN spokesman Chris Gunness said there had been
"only sporadic shooting" since midnight.

In the hours before it began, government and Croat troops captured the towns
of Mrkonjic Grad and Sanski Most. Bosnian Serb leader Radovan Karadzic
accused NATO of helping the offensive with air strikes. "They bombed us so
that the Muslims could advance," he said on Serb radio.

The presidents of Bosnia, Croatia and Serbia are to meet near Dayton on 31
October. Serbian President Slobodan Milosevic, who backs the Bosnian Serbs,
will negotiate for them. Bosnian Foreign Minister Muhamed Sacirbey said that
Sarajevo would never accept a partition of the country.

Prime Minister Haris Silajdzic called for the arrest of Karadzic before any
final settlement. The Serbs insist on a corridor at Brcko and on half of
Sarajevo.

A truce brokered by former US president Jimmy Carter in December last year
lasted four months. Russia said it would send troops to a peace force only
if they were not under NATO command. Defence Minister Pavel Grachev will
meet his American counterpart, William Perry, in Geneva this week.

The war has cost some 200,000 lives since April 1992.
""",
        """\
S|bosnia||demand|demanded that gas
S|Chris Gunness||say|only sporadic shooting
S|Radovan Karadzic|nato|accuse|accused NATO
S|Radovan Karadzic||accuse|They bombed us
S|Muhamed Sacirbey||refuse|would never accept
S|Haris Silajdzic||demand|called for the arrest
S|russia||say|would send troops
P|bosnia|demanded that gas
P|bosnia|would never accept
P|bosnia|called for the arrest
P|republika_srpska|insist on a corridor
P|russia|would send troops
T|bosnia,croatia,serbia|Dayton|1995-10-31|scheduled|are to meet near Dayton
T|russia,us|Geneva|1995-10|scheduled|will meet his American
A|bosnia,republika_srpska|unknown|A 60-day ceasefire
A||expired|brokered by former US president
E|bosnia,croatia||COERCE|captured the towns
U|nato|bosnia|helping the offensive
U|serbia|republika_srpska|who backs the Bosnian Serbs
""",
    ),
    "mali2013": (
        "2013-06-18",
        """\
Mali government and Tuareg rebels sign accord ahead of vote

OUAGADOUGOU - Mali's interim government and two Tuareg groups signed a deal
in Burkina Faso on Tuesday that allows troops back into the rebel town of
Kidal before a presidential election on 28 July.

The ceasefire accord was brokered by Burkina Faso's President Blaise
Compaore, the mediator for West Africa. Territorial Administration Minister
Moussa Sinko Coulibaly signed for Bamako and Bilal Ag Acherif for the
National Movement for the Liberation of Azawad.

"What remains to be done is greater than what has been done," Compaore said
at the ceremony. UN Secretary-General Ban Ki-moon welcomed the accord.
France, whose forces drove Islamist fighters out of the north in January,
described it as "a major advance" and promised to keep 1,000 soldiers in the
country.

The talks, which began on 8 June, had stalled last week when Bamako insisted
that the rebels disarm before the army returned. The MNLA refused to lay
down its guns until a final settlement is negotiated. Under the compromise,
the fighters will stay in camps under the eyes of UN peacekeepers.

The army attacked an MNLA post at Anefis on 5 June. Each side accused the
other of arbitrary arrests of civilians. Human Rights Watch said the rebels
had robbed and beaten black residents of Kidal.

Negotiations on the status of the north will open within 60 days of the
vote. Interim President Dioncounda Traore ruled out independence or
federalism. An earlier ceasefire between the two collapsed in January 2012.

Algeria, which has long mediated in the region, did not attend.
""",
        """\
S|Blaise Compaore||say|What remains to be done
S|Ban Ki-moon||praise|welcomed the accord
S|france||praise|a major advance
S|france||promise|promised to keep
S|mnla||refuse|refused to lay down
S|mali,mnla||accuse|Each side accused
S|hrw|mnla|accuse|had robbed and beaten
S|Dioncounda Traore||refuse|ruled out independence
P|mali|Bamako insisted
P|mnla|refused to lay down
P|mali|ruled out independence
T|mali,mnla|Ouagadougou|2013-06-08|held|which began on 8 June
T|mali,mnla||2013-09|scheduled|will open within 60 days
A|mali,mnla|unknown|signed a deal in Burkina
A|mali,mnla|broken|An earlier ceasefire
E|mali|mnla|ASSAULT|attacked an MNLA post
E|france||ASSAULT|drove Islamist fighters
""",
    ),
    "georgia2008": (
        "2008-08-13",
        """\
Russia and Georgia accept truce but fighting goes on

TBILISI/MOSCOW, Aug 13 - Georgia accused Russia of breaking a day-old
ceasefire on Wednesday after a column of Russian armour rolled into the town
of Gori, while Moscow said its troops were only removing abandoned
ammunition.

French President Nicolas Sarkozy, who holds the EU presidency, persuaded
both countries on Tuesday to agree to a six-point plan. He met Russian
President Dmitry Medvedev in the Kremlin and then flew to Tbilisi for talks
with Georgian President Mikheil Saakashvili that lasted until 2 am.

The plan calls for an end to hostilities and a return of forces to their
positions of 6 August. Saakashvili asked for one change: he rejected any
mention of the future status of South Ossetia and Abkhazia. "Territorial
integrity is not negotiable," he told reporters.

Medvedev said on Tuesday that he had ordered an end to the operation because
the aggressor had been "punished". Russian Foreign Minister Sergei Lavrov
said Moscow would not talk to Saakashvili and that the best thing would be
for him to go.

Witnesses in Gori saw irregulars looting houses. Abkhaz separatists, backed
by Russian air power, drove Georgian troops out of the Kodori Gorge. Georgia
shelled Tskhinvali on 7 August in an attempt to retake the breakaway region;
Russia sent tanks across the border the next day.

US President George W. Bush demanded that Russia respect Georgia's
sovereignty and announced an airlift of aid. Secretary of State Condoleezza
Rice will travel to Tbilisi on Friday. NATO foreign ministers are to hold an
emergency meeting in Brussels on 19 August.
""",
        """\
S|georgia|russia|accuse|Georgia accused
S|russia||say|only removing abandoned
S|Mikheil Saakashvili||refuse|he rejected any mention
S|Mikheil Saakashvili||refuse|not negotiable
S|Dmitry Medvedev||say|he had ordered an end
S|Sergei Lavrov||refuse|would not talk to
S|Witnesses in Gori||say|looting houses
S|George W. Bush|russia|demand|demanded that Russia
P|georgia|he rejected any mention
P|russia|would not talk to
T|france,russia|Kremlin|2008-08-12|held|He met Russian
T|france,georgia|Tbilisi|2008-08-12|held|He met Russian
A|georgia,russia|broken|a day-old ceasefire
E|abkhazia|georgia|ASSAULT|drove Georgian troops
E|georgia||ASSAULT|shelled Tskhinvali
E|russia||MOBILIZE|sent tanks
U|russia|abkhazia|backed by Russian air power
""",
    ),
    "afghanistan2020": (
        "2020-09-12",
        """\
Afghan foes face each other in Doha for first formal talks

DOHA - Negotiators of the Afghan government and the Taliban sat down
together for the first time on Saturday, six months later than planned, to
look for an end to nineteen years of war.

The head of the Kabul team, Abdullah Abdullah, called for a humanitarian
ceasefire at the opening ceremony. Taliban deputy leader Mullah Abdul Ghani
Baradar did not mention a truce; he said Afghanistan "should have an Islamic
system".

US Secretary of State Mike Pompeo told the two sides that "the choice of
your political system is yours to make". Washington agreed in February to
withdraw its troops by May 2021 if the Taliban kept al-Qaeda out. Critics
say the insurgents have not broken with the group.

The talks had been delayed by a quarrel over the release of 5,000 Taliban
prisoners. Kabul freed the last six on Thursday after France and Australia
objected. The Taliban released 1,000 government captives.

Technical teams will meet on Sunday to draw up an agenda. Pakistan's Foreign
Minister Shah Mahmood Qureshi urged both to seize the moment. Kabul has
often accused Pakistan of sheltering Taliban commanders.

Taliban fighters attacked a checkpoint in Kunduz on Friday, killing 16
policemen, officials said. In the south, Afghan jets bombed insurgent
positions in Helmand. Three-day truces over Eid in May and July were
respected by both sides.

President Ashraf Ghani has said he will not step down before an elected
successor takes over. The Taliban reject elections as a Western import.
Qatar, which hosts the talks and a Taliban office, promised to stay neutral.
""",
        """\
S|Abdullah Abdullah||demand|humanitarian ceasefire at
S|Abdul Ghani Baradar||demand|should have an Islamic
S|Mike Pompeo||say|the choice of your political
S|us||promise|agreed in February
S|Critics||accuse|have not broken
S|Shah Mahmood Qureshi|afghanistan,taliban|demand|seize the moment
S|afghanistan|pakistan|accuse|often accused Pakistan
S|officials||say|attacked a checkpoint
S|Ashraf Ghani||refuse|will not step down
S|taliban||refuse|reject elections
S|qatar||promise|promised to stay neutral
P|afghanistan|humanitarian ceasefire at
P|taliban|should have an Islamic
P|afghanistan|will not step down
P|taliban|reject elections
T|afghanistan,taliban|Doha|2020-09-12|held|sat down together
T|afghanistan,taliban||2020-09-13|scheduled|Technical teams
A|afghanistan,taliban|expired|Three-day truces
E|afghanistan|taliban|CONCEDE|freed the last six
E|taliban|afghanistan|CONCEDE|released 1,000
E|taliban||ASSAULT|attacked a checkpoint
E|afghanistan||ASSAULT|Afghan jets bombed
U|pakistan|taliban|sheltering Taliban
""",
    ),
}
