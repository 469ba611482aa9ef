"""What near copies and stories are found by, and the text of a copy that differs from its article's."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("stories", sa.Column("wire", sa.String))
    op.add_column("articles", sa.Column("wire", sa.String))
    op.add_column("articles", sa.Column("keys_version", sa.Integer))
    op.create_index(op.f("ix_articles_keys_version"), "articles", ["keys_version"])
    op.add_column("copies", sa.Column("original_key", sa.String))
    op.add_column("copies", sa.Column("title", sa.String))
    op.add_column("copies", sa.Column("body", sa.String))
    op.add_column("copies", sa.Column("published_at", sa.DateTime(timezone=True)))
    op.create_index(op.f("ix_copies_original_key"), "copies", ["original_key"])
    op.create_table(
        "text_keys",
        sa.Column("bucket", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("key", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("article_id", sa.Integer, primary_key=True, autoincrement=False),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("text_keys")
    op.drop_index(op.f("ix_copies_original_key"), "copies")
    for column in ("published_at", "body", "title", "original_key"):
        op.drop_column("copies", column)
    op.drop_index(op.f("ix_articles_keys_version"), "articles")
    op.drop_column("articles", "keys_version")
    op.drop_column("articles", "wire")
    op.drop_column("stories", "wire")
