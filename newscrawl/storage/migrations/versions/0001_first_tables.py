"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# Constraints take their names from the naming convention of the models' metadata.


def upgrade() -> None:
    op.create_table(
        "stories",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("first_article_id", sa.Integer, nullable=False, unique=True),
        sa.Column("size", sa.Integer, nullable=False),
    )
    op.create_table(
        "articles",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("source", sa.String, nullable=False),
        sa.Column("publisher", sa.String),
        sa.Column("url", sa.String, nullable=False),
        sa.Column("url_key", sa.String, nullable=False, unique=True),
        sa.Column("original_url", sa.String),
        sa.Column("original_key", sa.String, index=True),
        sa.Column("own", sa.Boolean, nullable=False),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("subtitle", sa.String),
        sa.Column("body", sa.String, nullable=False),
        sa.Column("dateline", sa.String),
        sa.Column("published_at", sa.DateTime(timezone=True)),
        sa.Column("modified_at", sa.DateTime(timezone=True)),
        sa.Column("section", sa.String),
        sa.Column("category", sa.String),
        sa.Column("premium", sa.Boolean, nullable=False),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("extraction", sa.JSON, nullable=False),
        sa.Column("content_hash", sa.String, nullable=False),
        sa.Column("body_hash", sa.String),
        sa.Column("story_id", sa.Integer, sa.ForeignKey("stories.id"), index=True),
        sa.Column("fetched_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index(op.f("ix_articles_publisher_body_hash"), "articles", ["publisher", "body_hash"])
    op.create_index(op.f("ix_articles_published_at_id"), "articles", ["published_at", "id"])
    op.create_table(
        "article_authors",
        sa.Column("article_id", sa.Integer, sa.ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("email", sa.String),
        sa.Column("role", sa.String),
    )
    op.create_table(
        "article_images",
        sa.Column("article_id", sa.Integer, sa.ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("url", sa.String, nullable=False),
        sa.Column("caption", sa.String),
    )
    op.create_table(
        "copies",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column(
            "article_id", sa.Integer, sa.ForeignKey("articles.id", ondelete="CASCADE"), nullable=False, index=True
        ),
        sa.Column("source", sa.String, nullable=False),
        sa.Column("url", sa.String, nullable=False),
        sa.Column("url_key", sa.String, nullable=False, unique=True),
        sa.Column("similarity", sa.Double, nullable=False),
        sa.Column("first_seen_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "revisions",
        sa.Column("article_id", sa.Integer, sa.ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("revision", sa.Integer, primary_key=True),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("subtitle", sa.String),
        sa.Column("body", sa.String, nullable=False),
        sa.Column("content_hash", sa.String, nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "urls",
        sa.Column("url_key", sa.String, primary_key=True),
        sa.Column("url", sa.String, nullable=False),
        sa.Column("source", sa.String, nullable=False),
        sa.Column("channel", sa.String),
        sa.Column("outcome", sa.String, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True)),
        sa.Column("discovered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True)),
        sa.Column("etag", sa.String),
        sa.Column("last_modified", sa.String),
    )
    op.create_table(
        "runs",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("source", sa.String, nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True)),
        sa.Column("reason", sa.String),
        sa.Column("status", sa.String),
        sa.Column("counters", sa.JSON, nullable=False),
    )
    op.create_index(op.f("ix_runs_source_started_at"), "runs", ["source", "started_at"])


def downgrade() -> None:
    for table in ("runs", "urls", "revisions", "copies", "article_images", "article_authors", "articles", "stories"):
        op.drop_table(table)
