"""Runs the migrations on the connection, and inside the transaction, that the store opened."""

from alembic import context

from newscrawl.storage.models import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,  # SQLite alters a table by copying it
)
context.run_migrations()
