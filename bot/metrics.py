"""Metrics for Prometheus. No label ever holds anything personal."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

TURN_BUCKETS = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5)


class Metrics:
    """The counters of one running service, in a registry of their own."""

    def __init__(self) -> None:
        registry = self.registry = CollectorRegistry()
        self.turns = Counter("linli_turns", "Events taken", ["outcome"], registry=registry)
        self.dropped = Counter(
            "linli_events_dropped", "Events of floods and of talk that is not ours", registry=registry
        )
        self.failed = Counter(
            "linli_turn_failures", "Turns that failed, by type of error", ["error"], registry=registry
        )
        self.unavailable = Counter("linli_unavailable", "Turns the database could not take", registry=registry)
        self.turn_seconds = Histogram(
            "linli_turn_seconds", "From event to commit", buckets=TURN_BUCKETS, registry=registry
        )
        self.sent = Counter("linli_messages", "Messages by outcome", ["channel", "outcome"], registry=registry)
        self.backlog = Gauge("linli_outbox_waiting", "Messages that wait", ["channel"], registry=registry)
        self.jobs = Counter("linli_jobs", "Runs of jobs", ["job", "outcome"], registry=registry)
        self.model = Counter("linli_model", "Questions to the language model", ["outcome"], registry=registry)
        self.model_seconds = Histogram(
            "linli_model_seconds", "What the language model took to reply", registry=registry
        )
