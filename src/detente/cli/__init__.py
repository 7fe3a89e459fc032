"""The command line: one thin file for each group of commands."""

from __future__ import annotations

import sys

import typer

from detente.cli.analysis import add_analysis
from detente.cli.briefing import add_briefing
from detente.cli.coalitions import add_coalitions
from detente.cli.deals import add_deals
from detente.cli.draft import add_draft
from detente.cli.paths import add_paths
from detente.cli.perceptions import add_perceptions
from detente.cli.read import add_read
from detente.cli.review import add_review
from detente.cli.robust import add_robust
from detente.cli.search import add_search
from detente.cli.unlock import add_unlock
from detente.cli.writing import add_writing

app = typer.Typer(
    name="detente",
    help="From the reports about a conflict to a brief that says why the talks are stuck.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
add_writing(app)
add_read(app)
add_review(app)
add_search(app)
add_draft(app)
add_analysis(app)
add_perceptions(app)
add_paths(app)
add_coalitions(app)
add_unlock(app)
add_deals(app)
add_robust(app)
add_briefing(app)


@app.callback(invoke_without_command=True)
def _version(
    version: bool = typer.Option(False, "--version", help="Show the version and exit."),
) -> None:
    """From the reports about a conflict to a brief that says why the talks are stuck."""
    if version:
        from detente.version import VERSION

        typer.echo(f"detente {VERSION}")
        raise typer.Exit


def main() -> None:
    """Run the command line: exit 0 done, 1 the dossier is wrong, 2 the call is wrong."""
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(130)
