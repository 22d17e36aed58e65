"""The patterns of detect-secrets for the tokens of particular vendors."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module

# Not its keywords, entropies and addresses: those would touch many harmless lines.
_PLUGINS = {
    "artifactory": "ArtifactoryDetector",
    "aws": "AWSKeyDetector",
    "azure_storage_key": "AzureStorageKeyDetector",
    "discord": "DiscordBotTokenDetector",
    "github_token": "GitHubTokenDetector",
    "gitlab_token": "GitLabTokenDetector",
    "jwt": "JwtTokenDetector",
    "mailchimp": "MailchimpDetector",
    "npm": "NpmDetector",
    "openai": "OpenAIDetector",
    "pypi_token": "PypiTokenDetector",
    "sendgrid": "SendGridDetector",
    "slack": "SlackDetector",
    "square_oauth": "SquareOAuthDetector",
    "stripe": "StripeDetector",
    "telegram_token": "TelegramBotTokenDetector",
    "twilio": "TwilioKeyDetector",
}


@cache
def library_patterns() -> tuple[re.Pattern[str], ...]:
    """Return them; the first call imports the library."""
    return tuple(
        pattern
        for module, name in _PLUGINS.items()
        for pattern in getattr(import_module(f"detect_secrets.plugins.{module}"), name).denylist
    )
