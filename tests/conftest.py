"""What all tests share: property tests draw the same examples on every machine, so that a failure is never luck."""

from hypothesis import HealthCheck, settings

settings.register_profile("newscrawl", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("newscrawl")
