"""Asks the running application what `.run/env` must say."""

import http.cookiejar
import json
import urllib.error
import urllib.request

from tools.failure import Failure


def first_class(url: str, username: str, password: str) -> dict:
    """The demo teacher's class as in docs/protocol.md: `id`, `name`, `zone`, `joinCode`."""
    cookies = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
    opener = urllib.request.build_opener(cookies, urllib.request.ProxyHandler({}))
    body = json.dumps({"username": username, "password": password}).encode()
    request = urllib.request.Request(f"{url}/api/v1/session", data=body, headers={"Content-Type": "application/json"})
    try:
        opener.open(request, timeout=20).close()
        with opener.open(f"{url}/api/v1/classes", timeout=20) as answer:
            classes = json.load(answer)["classes"]
    except (OSError, urllib.error.URLError, ValueError, KeyError) as failure:
        raise Failure(f"The demo teacher cannot sign in ({failure}); ./dev run --fresh starts over.") from failure
    if not classes:
        raise Failure("The demo teacher has no class; ./dev run --fresh starts over.")
    return classes[0]
