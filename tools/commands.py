"""The commands of ./dev."""

import argparse
import signal
import sys

from tools.failure import Failure

PARTS = ("tools", "house", "java", "dashboard", "extension", "browser", "faults")


def at_least_zero(word: str) -> int:
    """A whole number, 0 or more."""
    number = int(word)
    if number < 0:
        raise argparse.ArgumentTypeError("0 or more is wanted")
    return number


def port(word: str) -> int:
    """The number of a port; 0 for any free one."""
    number = at_least_zero(word)
    if number > 65535:
        raise argparse.ArgumentTypeError("a port is at most 65535")
    return number


def part(word: str) -> str:
    """A part that has tests."""
    if word not in PARTS:
        raise argparse.ArgumentTypeError(f"{word} is none of {' '.join(PARTS)}")
    return word


def parser() -> argparse.ArgumentParser:
    """What can be said to ./dev."""
    all_commands = argparse.ArgumentParser(prog="./dev", description="The one way in. Alone it lists its commands.")
    commands = all_commands.add_subparsers(dest="command", metavar="command")
    run = commands.add_parser("run", help="build what is stale, start everything with a demo class, until Ctrl-C")
    run.add_argument("--port", type=port, default=8080, metavar="N", help="its port (0: any free; default 8080)")
    run.add_argument(
        "--students", type=at_least_zero, default=0, metavar="N", help="simulated students in the demo class"
    )
    run.add_argument("--fresh", action="store_true", help="throw the data of earlier runs away first")
    commands.add_parser("servers", help="only PostgreSQL and Redis, for ./mvnw quarkus:dev, until Ctrl-C")
    test = commands.add_parser("test", help="run the tests of every part, or of those named")
    test.add_argument("parts", nargs="*", type=part, metavar="part", help=" ".join(PARTS))
    commands.add_parser("simulate", help="send a simulated class (--help tells more)", add_help=False)
    commands.add_parser(
        "bench", help="measure against bare baselines, write docs/performance.md (--help tells more)", add_help=False
    )
    commands.add_parser("lab", help="open a JupyterLab with the extension, which sends to what runs", add_help=False)
    commands.add_parser("faults", help="break things under load: [row ...] [--short] [--list]", add_help=False)
    commands.add_parser("pictures", help="take the guides' pictures anew: all, or [view ...]", add_help=False)
    commands.add_parser("unseal", help="print the demo's stored events in the clear, one JSON object a line")
    commands.add_parser("format", help="format Java, TypeScript and Python")
    commands.add_parser("lint", help="check format and style of Java, TypeScript and Python")
    return all_commands


def main(words: list[str]) -> int:
    """Does what `words` say; the exit code."""
    known = parser()
    if not words:
        known.print_help()
        return 0
    arguments, rest = known.parse_known_args(words)
    if rest and arguments.command not in ("simulate", "lab", "bench", "faults", "pictures"):
        known.error(f"unknown: {' '.join(rest)}")
    # A kill is a Ctrl-C: what was started is ended. A shell starts what is in its background with SIGINT ignored.
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.default_int_handler)
    try:
        return perform(arguments, rest)
    except Failure as failure:
        print(failure, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def perform(arguments: argparse.Namespace, rest: list[str]) -> int:
    """The one command that was chosen; its exit code."""
    # Imported one by one: a command must not fail for what another needs.
    match arguments.command:
        case "run":
            from tools import run_command

            return run_command.run(arguments)
        case "servers":
            from tools import servers_command

            return servers_command.run(arguments)
        case "test":
            from tools import test_command

            return test_command.run(arguments.parts)
        case "simulate":
            from tools import simulate_command

            return simulate_command.run(rest)
        case "bench":
            from tools import bench_command

            return bench_command.run(rest)
        case "lab":
            from tools import lab_command

            return lab_command.run(rest)
        case "faults":
            from tools import faults_command

            return faults_command.run(rest)
        case "pictures":
            from tools import pictures_command

            return pictures_command.run(rest)
        case "unseal":
            from tools import unseal_command

            return unseal_command.run()
        case "format":
            from tools import style_commands

            return style_commands.write()
        case "lint":
            from tools import style_commands

            return style_commands.check()
        case other:
            raise Failure(f"Unknown command: {other}")
