"""The tables of the peer `ptb-sqlalchemy`, as SQLAlchemy 2 declares them."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """The tables."""


class Person(Base):
    __tablename__ = "person"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    place: Mapped[str]
    door: Mapped[str]
    phone: Mapped[str]
    role: Mapped[str]


class Inbox(Base):
    __tablename__ = "inbox"
    update_id: Mapped[int] = mapped_column(primary_key=True)
    received_at: Mapped[datetime]


class Dialogue(Base):
    __tablename__ = "dialogue"
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    state: Mapped[str]
    data: Mapped[dict[str, Any]] = mapped_column(JSON)


class Request(Base):
    __tablename__ = "request"
    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(unique=True)
    resident_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    words: Mapped[str]
    address: Mapped[str]
    state: Mapped[str]
    helper_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    note: Mapped[str | None]
    stars: Mapped[int | None]


class Event(Base):
    __tablename__ = "event"
    id: Mapped[int] = mapped_column(primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id"), index=True)
    kind: Mapped[str]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]


class Offer(Base):
    __tablename__ = "offer"
    id: Mapped[int] = mapped_column(primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("request.id"), index=True)
    chat: Mapped[int]
    state: Mapped[str]
    volunteer_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))


class Outbox(Base):
    __tablename__ = "outbox"
    id: Mapped[int] = mapped_column(primary_key=True)
    chat: Mapped[int]
    kind: Mapped[str]
    body: Mapped[dict[str, Any]] = mapped_column(JSON)
    queued_at: Mapped[datetime]


class Counter(Base):
    __tablename__ = "counter"
    day: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[int]
