"""`cell-monitor doctor` finds what is wrong and says what to do."""

import asyncio
import contextlib
import io
import json
import os
import time

import pytest
from test_tokens import token_answer

from cell_monitor.application.clock import milliseconds
from cell_monitor.doctor import main
from cell_monitor.doctor.texts import TEXTS
from cell_monitor.spool import Spool, SpoolLimits
from receivers import JSON, TOKEN

CHECKS = ["reachable", "version", "clock", "identity", "spool", "server_extension"]
CHECKS += ["lab_extension", "proxy"]


@pytest.fixture
def machine(tmp_path, monkeypatch, recorder):
    """Make a student's machine on which all is well."""
    extension = tmp_path / "share/labextensions/cell-monitor"
    config = tmp_path / "config/jupyter_server_config.d"
    for folder in (extension, config):
        folder.mkdir(parents=True)
    (extension / "package.json").write_text("{}")
    enabled = {"ServerApp": {"jpserver_extensions": {"cell_monitor": True}}}
    (config / "cell_monitor.json").write_text(json.dumps(enabled))
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "share"))
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", str(tmp_path / "config"))
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(tmp_path / "own"))
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "data"))
    # What is installed beside the tests is another machine's.
    monkeypatch.setattr("jupyter_core.paths.ENV_JUPYTER_PATH", [])
    monkeypatch.setattr("jupyter_core.paths.ENV_CONFIG_PATH", [])
    monkeypatch.setenv("CELL_MONITOR_URL", recorder.url)
    monkeypatch.setenv("CELL_MONITOR_STUDENT", "花子")
    for name in ("http_proxy", "HTTP_PROXY", "no_proxy", "NO_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    recorder.headers["Cell-Monitor-Time"] = str(int(time.time() * 1000))
    recorder.routes[TOKEN] = lambda request: (200, recorder.headers, token_answer()[2])
    return tmp_path


@pytest.fixture
def doctor(machine, capsys):
    """Return what runs the doctor and gives its exit code and the checks by name."""

    async def run(*arguments):
        code = await asyncio.to_thread(main, ["doctor", "--json", "--lang", "en", *arguments])
        content = json.loads(capsys.readouterr().out)
        assert content["ok"] is (code == 0)
        checks = {check["check"]: check for check in content["checks"]}
        assert list(checks) == CHECKS
        return code, checks

    return run


def failing(checks):
    return [name for name, check in checks.items() if check["ok"] is False]


async def test_all_is_well(doctor):
    code, checks = await doctor()
    assert (code, failing(checks)) == (0, [])
    assert "花子 in 情報基礎" in checks["identity"]["found"]
    assert all(check["advice"] is None for check in checks.values())


async def test_nothing_listens(doctor):
    code, checks = await doctor("--url", "http://127.0.0.1:1")
    assert (code, failing(checks)) == (1, ["reachable"])
    assert "CELL_MONITOR_URL" in checks["reachable"]["advice"]
    assert checks["identity"]["ok"] is None


async def test_a_login_page_answers(doctor, recorder):
    recorder.routes[TOKEN] = lambda request: (200, {"Content-Type": "text/html"}, "<html>")
    _, checks = await doctor()
    assert "log in to the network" in checks["reachable"]["advice"]
    # Nothing is said to be well that nobody could look at.
    assert checks["version"]["ok"] is None


async def test_the_application_is_too_old(doctor, recorder):
    recorder.routes[TOKEN] = lambda request: (404, JSON, "{}")
    _, checks = await doctor()
    assert "version" in failing(checks)
    assert checks["reachable"]["ok"] is True


@pytest.mark.parametrize("seconds", [3600, -3600])
async def test_the_clock_is_wrong(doctor, recorder, seconds):
    recorder.headers["Cell-Monitor-Time"] = str(int((time.time() + seconds) * 1000))
    _, checks = await doctor()
    assert failing(checks) == ["clock"]
    assert "NTP" in checks["clock"]["advice"]


@pytest.mark.parametrize(
    ("variable", "advice"),
    [
        ("CELL_MONITOR_API_KEY", "CELL_MONITOR_API_KEY"),
        ("JUPYTERHUB_API_TOKEN", "JupyterHub"),
        ("OTHER", "join code"),
    ],
)
async def test_nobody_knows_the_student(doctor, recorder, monkeypatch, variable, advice):
    monkeypatch.setenv(variable, "secret-value")
    problem = '{"status":401,"title":"Unauthorized"}'
    recorder.routes[TOKEN] = lambda request: (401, recorder.headers, problem)
    _, checks = await doctor()
    assert failing(checks) == ["identity"]
    assert advice in checks["identity"]["advice"]
    assert "secret-value" not in str(checks)


async def test_what_waits_is_counted(doctor, machine, record):
    await doctor()
    (folder,) = (machine / "data/cell-monitor").iterdir()
    spool = Spool(folder / "1", SpoolLimits(), milliseconds)
    spool.append([record(number) for number in range(5)])
    spool.settle(spool.read(2, 10_000))
    _, checks = await doctor()
    assert checks["spool"]["found"].startswith("3 event(s) wait")


@pytest.mark.parametrize("mode", [0o750, 0o705])
async def test_others_may_read_what_waits(doctor, machine, mode):
    await doctor()
    (folder,) = (machine / "data/cell-monitor").iterdir()
    folder.chmod(mode)
    _, checks = await doctor()
    assert failing(checks) == ["spool"]
    assert checks["spool"]["advice"] == f"Run: chmod 700 {folder}"


async def test_the_folder_cannot_be_written_to(doctor, monkeypatch):
    monkeypatch.setenv("CELL_MONITOR_DATA", "/dev/null/cell-monitor")
    assert failing((await doctor())[1]) == ["spool"]


async def test_the_disk_is_nearly_full(doctor, small_disk, monkeypatch):
    monkeypatch.setenv("CELL_MONITOR_DATA", str(small_disk))
    _, checks = await doctor()
    assert failing(checks) == ["spool"]
    assert "Make room" in checks["spool"]["advice"]


async def test_the_disk_is_full(doctor, small_disk, monkeypatch):
    monkeypatch.setenv("CELL_MONITOR_DATA", str(small_disk))
    await doctor()
    with contextlib.suppress(OSError):
        (small_disk / "full").write_bytes(b"x" * 300_000)
    _, checks = await doctor()
    assert failing(checks) == ["spool"]
    assert "cannot be written" in checks["spool"]["found"]


async def test_the_server_extension_is_off(doctor, machine):
    path = machine / "config/jupyter_server_config.d/cell_monitor.json"
    path.write_text(path.read_text().replace("true", "false"))
    _, checks = await doctor()
    assert failing(checks) == ["server_extension"]
    assert "jupyter server extension enable" in checks["server_extension"]["advice"]


def set_up_lab(machine, disabled, place="config/labconfig"):
    folder = machine / place
    folder.mkdir(parents=True)
    (folder / "page_config.json").write_text(json.dumps({"disabledExtensions": disabled}))


@pytest.mark.parametrize("place", ["config/labconfig", "share/lab/settings"])
@pytest.mark.parametrize("disabled", [{"cell-monitor": True}, ["cell-monitor:plugin"]])
async def test_the_lab_extension_is_off(doctor, machine, disabled, place):
    set_up_lab(machine, disabled, place)
    assert failing((await doctor())[1]) == ["lab_extension"]


async def test_the_lab_extension_is_on_again(doctor, machine):
    set_up_lab(machine, {"cell-monitor": False, "other": True})
    assert failing((await doctor())[1]) == []


@pytest.mark.parametrize("disabled", [None, "cell-monitor", [1, None], {"other": True}])
async def test_a_list_of_the_disabled_that_is_none_disables_nothing(doctor, machine, disabled):
    place = machine / "config/labconfig"
    place.mkdir()
    (place / "page_config.json").write_text(json.dumps({"disabledExtensions": disabled}))
    code, checks = await doctor()
    assert (code, failing(checks)) == (0, [])


async def test_the_lab_extension_is_not_there(doctor, machine):
    (machine / "share/labextensions/cell-monitor/package.json").unlink()
    _, checks = await doctor()
    assert "pip install" in checks["lab_extension"]["advice"]


async def test_a_proxy_that_this_machine_must_not_be_asked_through(doctor, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://me:secret-value@127.0.0.1:2")
    _, checks = await doctor()
    assert "proxy" in failing(checks)
    assert checks["proxy"]["advice"].startswith("Set NO_PROXY=127.0.0.1")
    assert "secret-value" not in str(checks)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    assert (await doctor())[0] == 0


async def test_a_proxy_that_is_no_address(doctor, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "nonsense")
    _, checks = await doctor("--url", "http://monitor.invalid")
    assert "proxy" in failing(checks)
    assert "http://" in checks["proxy"]["advice"]


async def test_people_read_it_in_their_language(machine, recorder, capsys, monkeypatch):
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8")
    assert await asyncio.to_thread(main, ["doctor"]) == 0
    assert "この機械の時計" in capsys.readouterr().out
    assert await asyncio.to_thread(main, ["doctor", "--lang", "en", "--url", "http://[::1]:1"]) == 1
    assert "     -> Check the address" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [[], ["--lang", "ja"], ["--json"]])
async def test_a_terminal_that_cannot_show_every_name_gets_the_rest(
    machine, recorder, monkeypatch, arguments
):
    monkeypatch.setenv("LC_ALL", "ja_JP")
    terminal = io.TextIOWrapper(io.BytesIO(), encoding="latin-1")
    monkeypatch.setattr("sys.stdout", terminal)
    assert await asyncio.to_thread(main, ["doctor", *arguments]) == 0
    terminal.seek(0)
    text = terminal.read()
    assert "clock" in text
    # What is not asked for in Japanese is said in words that can be read.
    assert ("this machine" in text) is ("ja" not in arguments)


def test_every_text_is_there_in_both_languages_with_the_same_values():
    for texts in TEXTS.values():
        english, japanese = (set(_values(texts[language])) for language in ("en", "ja"))
        assert japanese <= english
        assert texts["ja"] != texts["en"]


def _values(text):
    return [part.partition("}")[0] for part in text.split("{")[1:]]


def test_wrong_usage_is_exit_code_two(capsys):
    for arguments in ([], ["doctor", "--lang", "fr"], ["doctor", "--url", "ftp://x"]):
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        assert ended.value.code == 2
    assert os.environ.get("CELL_MONITOR_URL") is None
