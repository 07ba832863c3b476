"""Settings come from the environment and are checked at the start."""

from pathlib import Path

import pytest

from advisor.settings import BadSetting, settings_from


def test_the_environment_overrides_the_defaults(tmp_path: Path) -> None:
    settings = settings_from({"ADVISOR_DATA": str(tmp_path), "ADVISOR_DRAFT_DAYS": "30", "ADVISOR_SECURE_COOKIES": "yes", "ADVISOR_SECRET_KEY": "k"})
    assert (settings.draft_days, settings.secure_cookies, settings.secret_key) == (30, True, "k")
    assert settings.database == f"sqlite:///{tmp_path / 'advisor.sqlite'}"


def test_hosts_are_listed_with_commas_or_blanks(tmp_path: Path) -> None:
    settings = settings_from({"ADVISOR_DATA": str(tmp_path), "ADVISOR_HOSTS": "clauses.example, .town.example"})
    assert settings.hosts == ("clauses.example", ".town.example")


@pytest.mark.parametrize(("name", "value"), [("ADVISOR_DRAFT_DAYS", "many"), ("ADVISOR_PAPER_WORKERS", "-1"), ("ADVISOR_SECURE_COOKIES", "perhaps")])
def test_a_setting_that_cannot_be_used_is_named(tmp_path: Path, name: str, value: str) -> None:
    with pytest.raises(BadSetting, match=name):
        settings_from({"ADVISOR_DATA": str(tmp_path), name: value})


def test_the_secret_key_is_made_once_and_only_the_owner_may_read_it(tmp_path: Path) -> None:
    first, second = (settings_from({"ADVISOR_DATA": str(tmp_path)}).secret_key for _ in range(2))
    assert first == second and len(first) > 40
    assert (tmp_path / "secret_key").stat().st_mode & 0o077 == 0
