"""The tables of the file ``reading.sqlite``, in which a dossier's reports and proposals are kept.

It is one file with SQLite's rollback journal: readers in other processes see a whole transaction
or none, a killed writer leaves nothing half-written, and nothing but this file need be copied.
"""

from __future__ import annotations

from detente.reading.store.indexing import VIEWS

NAME = "reading.sqlite"
APPLICATION = 0x44743031
"""The mark of this file among SQLite's: the letters ``Dt01``."""

VERSION = 1

TOKENS = "porter unicode61 remove_diacritics 2"
"""How words are cut and folded: by their stems, whatever their case and accents."""

TABLES = (
    """CREATE TABLE reports (
  number INTEGER PRIMARY KEY,
  digest TEXT NOT NULL UNIQUE,
  words TEXT NOT NULL,
  source TEXT NOT NULL UNIQUE,
  text TEXT NOT NULL,
  length INTEGER NOT NULL,
  origin TEXT NOT NULL,
  medium TEXT NOT NULL,
  title TEXT,
  publisher TEXT,
  byline TEXT,
  dateline TEXT,
  published TEXT,
  language TEXT NOT NULL,
  found TEXT NOT NULL,
  read_with TEXT,
  copy_of INTEGER,
  update_of INTEGER
)""",
    "CREATE INDEX reports_words ON reports (words)",
    "CREATE INDEX reports_read ON reports (read_with)",
    "CREATE INDEX reports_published ON reports (published)",
    """CREATE TABLE copies (
  number INTEGER PRIMARY KEY,
  report INTEGER NOT NULL,
  digest TEXT NOT NULL,
  origin TEXT NOT NULL,
  publisher TEXT,
  published TEXT,
  how TEXT NOT NULL,
  UNIQUE (digest, origin)
)""",
    "CREATE INDEX copies_report ON copies (report)",
    """CREATE TABLE refused (
  origin TEXT NOT NULL,
  code TEXT NOT NULL,
  reason TEXT NOT NULL,
  remedy TEXT NOT NULL,
  kept INTEGER NOT NULL,
  PRIMARY KEY (origin, code)
) WITHOUT ROWID""",
    """CREATE TABLE bands (
  band INTEGER NOT NULL,
  report INTEGER NOT NULL,
  PRIMARY KEY (band, report)
) WITHOUT ROWID""",
    """CREATE TABLE items (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  report INTEGER NOT NULL,
  kind TEXT NOT NULL,
  fields TEXT NOT NULL,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  focus TEXT,
  cue TEXT,
  flags TEXT NOT NULL,
  chain TEXT NOT NULL,
  also TEXT NOT NULL,
  rule TEXT NOT NULL,
  confidence TEXT NOT NULL,
  quote TEXT NOT NULL,
  words TEXT NOT NULL,
  status TEXT NOT NULL DEFAULT 'proposed',
  edited TEXT,
  cut TEXT,
  bulk INTEGER NOT NULL DEFAULT 0,
  reason TEXT,
  written INTEGER NOT NULL DEFAULT 0
)""",
    "CREATE INDEX items_report ON items (report, start, kind)",
    "CREATE INDEX items_status ON items (status, kind)",
    """CREATE TABLE decisions (
  number INTEGER PRIMARY KEY,
  item TEXT NOT NULL,
  kind TEXT NOT NULL,
  rule TEXT NOT NULL,
  status TEXT NOT NULL,
  edited TEXT,
  bulk INTEGER NOT NULL,
  reason TEXT,
  moment TEXT NOT NULL
)""",
    """CREATE TABLE notes (
  report INTEGER PRIMARY KEY,
  noted TEXT NOT NULL
)""",
    *VIEWS,
    f"""CREATE VIRTUAL TABLE texts_found USING fts5 (
  title, text, marks, content='texts_marked', content_rowid='number',
  prefix='3 4 5', tokenize='{TOKENS}'
)""",
    f"""CREATE VIRTUAL TABLE items_found USING fts5 (
  quote, words, marks, content='items_marked', content_rowid='number',
  prefix='3 4 5', tokenize='{TOKENS}'
)""",
)
"""What makes the tables; a file with any other is not ours."""
