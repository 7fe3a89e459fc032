"""Whole reports in our own words: who says what in them, and where parties stand."""

from __future__ import annotations

SUDAN = """\
Sudan army chief says no talks while militia holds Khartoum

Sudan's army chief, General Abdel Fattah al-Burhan, ruled out negotiations with the paramilitary \
Rapid Support Forces on Tuesday, saying the army would fight "until the last rebel lays down his \
weapon".

Speaking in Port Sudan, Burhan told troops that the RSF must leave homes and hospitals before \
any dialogue. He accused the United Arab Emirates of arming the group, an allegation that Abu \
Dhabi denies.

RSF leader Mohamed Hamdan Dagalo, known as Hemedti, said his forces wanted an immediate truce. \
"We are ready to go to Geneva tomorrow," Hemedti said in an audio message. "The army does not \
want peace."

The United States and Saudi Arabia, which mediate in the conflict, called on both parties to \
resume talks in Jeddah. US envoy Tom Perriello warned that famine would spread unless aid \
convoys were allowed in. Washington has threatened to impose new sanctions.

Egypt backs the army and wants Ethiopia to stay out of the conflict. Cairo opposes any \
settlement that leaves the RSF with its weapons. Asked whether Egypt would send troops, Foreign \
Minister Badr Abdelatty declined to comment.

Residents of El Fasher said shells had hit the market. "We have nowhere to go," said Amna \
Ibrahim, a teacher. Aid agencies fear that the city could fall within days. Critics say the \
world has forgotten Sudan.

Analysts said it was unlikely that either side would compromise. The African Union has \
reportedly proposed a summit. Neither the army nor the RSF has commented. The two sides are at \
odds over the sharing of power.
"""

MINDANAO = """\
Manila, MILF deadlocked over release of prisoners

KUALA LUMPUR – Negotiators for the Philippine government and the Moro Islamic Liberation Front \
(MILF) ended three days of talks in Malaysia on Thursday still divided over the release of \
prisoners.

"Without an amnesty there can be no disarmament," MILF chief negotiator Mohagher Iqbal said. \
"Our fighters will keep their guns until the last detainee walks free."

Government peace adviser Teresita Deles said Manila was prepared to free 40 detainees, but only \
after the rebels had handed over a first batch of rifles. She described the demand for a blanket \
amnesty as unacceptable.

Malaysia, which brokers the talks, proposed a joint commission; both delegations promised to \
study the idea.

President Benigno Aquino is opposed to any change of the constitution. The MILF has made \
recognition of Bangsamoro territory a precondition for a final accord and does not trust the \
army, its spokesman Von Al Haq told local radio.

Japan supports the peace process and favours an international monitoring team. The Moro National \
Liberation Front, a rival faction, denounced the talks as a betrayal and vowed to resume its war \
unless it was given a seat at the table.

A senator close to the army, who asked not to be named, said: "The generals will not swallow \
this." He was quoted by a newspaper as saying the cabinet was split.

"We will come back in June," said one diplomat. "But nobody expects miracles."

"""

UKRAINE = """\
Kyiv rejects Kremlin truce offer

Ukraine on Saturday turned down a Russian proposal for a 30-day ceasefire, calling it "a pause \
to reload", as Moscow insisted that sanctions be lifted first.

Foreign Minister Dmytro Kuleba told a news conference that Ukraine would sign nothing that left \
Russian troops on its soil. "There will be no Minsk-3," Kuleba said.

Kremlin spokesman Dmitry Peskov accused the West of pushing Kyiv into a war "to the last \
Ukrainian". Russian President Vladimir Putin has repeatedly said that Ukraine must renounce NATO \
membership. Peskov told Interfax that Moscow would consider a summit only if the four regions \
were recognised as Russian.

Washington expressed doubt that Russia was serious. "It's hard to negotiate with people who \
lie," a senior US official, speaking on condition of anonymity, told reporters. Berlin and Paris \
want both sides to return to the table. Germany will not deliver the missiles, Chancellor Olaf \
Scholz reiterated.

Turkish President Recep Tayyip Erdogan, who has offered to host talks, warned against "fatigue". \
China's claim that it is neutral was questioned by EU foreign policy chief Josep Borrell. \
Zelensky demanded the return of deported children as a first step.

Russia's defence ministry claimed its forces had taken a village near Bakhmut. Ukraine denied \
this. Neither claim could be verified.

Hungary opposes new sanctions and has threatened to veto them. Poland has ruled out ceding \
territory to Russia, "not an inch", in the words of its prime minister.
"""

GAZA = """\
Hamas says truce talks at a dead end

Gaza City/Cairo - Hamas said on Tuesday that indirect talks with Israel had reached a dead end \
because of what it called Israeli intransigence, while Prime Minister Benjamin Netanyahu vowed \
to press on with the offensive "until total victory".

Senior Hamas official Osama Hamdan said the movement would not release any captive without a \
complete Israeli withdrawal from the Strip. "No deal, no prisoners," he wrote on Telegram.

Netanyahu's office accused Hamas of hardening its position. "Israel will not accept a permanent \
ceasefire before all 133 hostages are home," it said in a statement.

Qatar's foreign ministry spokesman Majed al-Ansari said mediators were still working "around the \
clock" and that both parties needed to show flexibility.

US Secretary of State Antony Blinken, who arrived in Cairo on Monday, told Israel's channel 12 \
that Washington opposes a ground operation in Rafah without a plan for civilians. He also called \
on Hamas to accept the proposal, calling it "extraordinarily generous".

Far-right ministers have threatened to leave the coalition if the operation is called off. \
Families of the hostages say the government has abandoned their relatives. Egypt, meanwhile, \
warned that any flow of refugees into Sinai would endanger the peace treaty.

The main obstacles are the duration of the truce and the number of prisoners to be freed, \
officials familiar with the talks said.
"""
