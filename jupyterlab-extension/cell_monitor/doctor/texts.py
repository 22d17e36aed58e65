"""Everything that the doctor says, in English and Japanese."""

from __future__ import annotations


def _both(english: str, japanese: str) -> dict[str, str]:
    return {"en": english, "ja": japanese}


TEXTS = {
    "reached": _both("{url} answers", "{url} から応答があります"),
    "not_reached": _both("{url} does not answer", "{url} から応答がありません"),
    "advise_reach": _both(
        "Check the address (CELL_MONITOR_URL), the network and the proxy settings below; ask the "
        "teacher whether the application is running.",
        "アドレス(CELL_MONITOR_URL)、ネットワーク、下のプロキシ設定を確かめ、アプリケーションが動いているか先生に聞いてください。",
    ),
    "no_cell_monitor": _both(
        "{url} answers {status}, but not as Cell Monitor",
        "{url} は {status} を返しますが、Cell Monitor ではありません",
    ),
    "advise_login_page": _both(
        "Something between answers: log in to the network in the browser, or set the proxy; check "
        "CELL_MONITOR_URL.",
        "途中の機器が応答しています。ブラウザーでネットワークにログインするか、プロキシを設定し、CELL_MONITOR_URL を確かめてください。",
    ),
    "version_fits": _both(
        "version {version} fits the application",
        "バージョン {version} はアプリケーションに合っています",
    ),
    "version_unknown": _both(
        "version {version}; the application did not say",
        "バージョン {version}(アプリケーションは不明)",
    ),
    "application_too_old": _both(
        "the application is older than version {version} of the extension: it has no student tokens",
        "アプリケーションが拡張機能 {version} より古く、学生トークンがありません",
    ),
    "advise_update": _both(
        "Ask whoever runs the application to update it, or install the extension that came with it.",
        "アプリケーションの更新を管理者に頼むか、それに付属する拡張機能を入れてください。",
    ),
    "clock_good": _both(
        "this machine's clock is {seconds} s from the application's",
        "この機械の時計とアプリケーションの時計の差は {seconds} 秒です",
    ),
    "clock_unknown": _both(
        "the application's clock is not known", "アプリケーションの時計が分かりません"
    ),
    "clock_wrong": _both(
        "this machine's clock is {seconds} s from the application's",
        "この機械の時計はアプリケーションと {seconds} 秒ずれています",
    ),
    "advise_clock": _both(
        "Times are corrected, but certificates and logins may fail: switch on automatic time (NTP).",
        "時刻は補正されますが、証明書やログインに失敗することがあります。時刻の自動設定(NTP)を有効にしてください。",
    ),
    "identified": _both(
        "{student} in {school_class} (by {kind})", "{school_class} の {student}({kind})"
    ),
    "not_identified": _both(
        "the application does not know who you are (by {kind}: {status})",
        "アプリケーションはあなたが誰か分かりません({kind}: {status})",
    ),
    "advise_join": _both(
        "Open the Cell Monitor panel and give the class's join code and your student number; what "
        "waits is sent then.",
        "Cell Monitor パネルを開き、クラスの参加コードと学籍番号を入力してください。待っているものはその後に送られます。",
    ),
    "advise_key": _both(
        "Ask the administrator to check CELL_MONITOR_API_KEY: it is unknown, expired or for another class.",
        "CELL_MONITOR_API_KEY が無効、期限切れ、または別のクラスのものです。管理者に確認を頼んでください。",
    ),
    "advise_hub": _both(
        "Ask the administrator to enter this JupyterHub in the application's settings.",
        "アプリケーションの設定にこの JupyterHub を登録するよう管理者に頼んでください。",
    ),
    "spool_good": _both(
        "{waiting} event(s) wait, {kibibytes} KiB in {folder}; {free} MiB free",
        "{waiting} 件が送信待ち({folder}、{kibibytes} KiB、空き {free} MiB)",
    ),
    "spool_unwritable": _both("{folder} cannot be written to", "{folder} に書き込めません"),
    "advise_disk": _both(
        "Make room in your home folder or quota, or set CELL_MONITOR_DATA to a folder that can be written to.",
        "ホームフォルダーの空きを作るか、CELL_MONITOR_DATA に書き込めるフォルダーを指定してください。",
    ),
    "spool_open": _both("others may read {folder}", "{folder} を他の人が読めます"),
    "advise_mode": _both("Run: chmod 700 {folder}", "実行してください: chmod 700 {folder}"),
    "disk_low": _both(
        "only {free} MiB are free in {folder}", "{folder} の空きは {free} MiB だけです"
    ),
    "server_enabled": _both("the server extension is enabled", "サーバー拡張機能は有効です"),
    "server_disabled": _both(
        "the server extension is not enabled", "サーバー拡張機能が有効ではありません"
    ),
    "advise_server": _both(
        "Run: jupyter server extension enable cell_monitor, then restart Jupyter.",
        "実行してから Jupyter を再起動してください: jupyter server extension enable cell_monitor",
    ),
    "lab_enabled": _both("the JupyterLab extension is enabled", "JupyterLab 拡張機能は有効です"),
    "lab_missing": _both(
        "the JupyterLab extension is not installed", "JupyterLab 拡張機能が入っていません"
    ),
    "advise_install": _both(
        "Install the wheel into the environment that Jupyter runs in: pip install --force-reinstall cell_monitor-*.whl",
        "Jupyter が動いている環境にホイールを入れてください: pip install --force-reinstall cell_monitor-*.whl",
    ),
    "lab_disabled": _both("the JupyterLab extension is disabled", "JupyterLab 拡張機能が無効です"),
    "advise_lab": _both(
        "Run: jupyter labextension enable cell-monitor, then reload the page.",
        "実行してからページを再読み込みしてください: jupyter labextension enable cell-monitor",
    ),
    "proxy_none": _both("no proxy for {host}", "{host} へのプロキシはありません"),
    "proxy_used": _both(
        "requests to {host} go through {proxy}", "{host} へは {proxy} を経由します"
    ),
    "proxy_loopback": _both(
        "requests to this machine ({host}) go through {proxy}",
        "この機械({host})への要求が {proxy} を経由します",
    ),
    "advise_no_proxy": _both(
        "Set NO_PROXY={host} and restart Jupyter.",
        "NO_PROXY={host} を設定し、Jupyter を再起動してください。",
    ),
    "proxy_malformed": _both(
        "the proxy's address {proxy} is none", "プロキシのアドレス {proxy} が正しくありません"
    ),
    "advise_proxy": _both(
        "Set HTTP_PROXY and HTTPS_PROXY to addresses like http://proxy.example.org:8080.",
        "HTTP_PROXY と HTTPS_PROXY を http://proxy.example.org:8080 のような形で設定してください。",
    ),
    "not_checked": _both(
        "not checked: the application does not answer", "応答がないため確認していません"
    ),
}
"""By key, then by language."""
