"""The section ``negotiation`` of the design, as text."""

from __future__ import annotations

NEGOTIATION = """\
negotiation:
  issues:
    assad: {question: "What becomes of the president?", outcomes: {stays: Stays, interim: Stays for a transition, leaves: Leaves}}
    truce: {question: "Which truce?", outcomes: {none: None, local: Local, nationwide: Nationwide}}
  infeasible: ["assad.leaves and truce.none"]
  parties:
    us:     {weights: {assad: [0.3, 0.5], truce: 0.6}, values: {assad: {stays: 0, interim: 0.6, leaves: 1}, truce: {none: 0, local: 0.3, nationwide: 1}}, red_lines: [], no_deal: 0.35,
             linked: {"assad.interim and truce.nationwide": 0.1}}
    russia: {weights: {assad: 2, truce: 1}, values: {assad: {order: [stays, interim, leaves]}, truce: {none: 0, local: 0.5, nationwide: 1}}, red_lines: ["assad.leaves"], no_deal: 0.4,
             groups: {army: {share: 0.5, veto: true, values: {assad: {order: [stays, interim, leaves]}}}, ministry: {share: 0.5}}}
  must_sign: [us, russia]          # absent: all parties of this section
  must_comply: [rebels, damascus]
  needs: {truce.nationwide: [rebels.split, not damascus.bomb]}     # an outcome -> what carrying it out takes in the conflict
"""  # noqa: E501
