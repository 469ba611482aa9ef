"""What a crawl goes on from: announced headlines, the answers of channels, and what waits by source."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("urls", sa.Column("title", sa.String))
    op.create_index(op.f("ix_urls_source_outcome"), "urls", ["source", "outcome"])
    op.create_index(op.f("ix_urls_source_discovered_at"), "urls", ["source", "discovered_at"])
    op.create_table(
        "channels",
        sa.Column("url", sa.String, primary_key=True),
        sa.Column("source", sa.String, nullable=False),
        sa.Column("channel", sa.String, nullable=False),
        sa.Column("etag", sa.String),
        sa.Column("last_modified", sa.String),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("channels")
    op.drop_index(op.f("ix_urls_source_discovered_at"), "urls")
    op.drop_index(op.f("ix_urls_source_outcome"), "urls")
    op.drop_column("urls", "title")
