"""The index of the search, and the articles that are not in it yet: all that are there."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "search_queue",
        sa.Column("article_id", sa.Integer, sa.ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("anew", sa.Boolean, nullable=False),
    )
    if op.get_bind().dialect.name == "sqlite":
        # Which article holds a token, and no more: a fifth of what the places in the text would take. Any character but a blank is
        # part of a token (tests/test_search.py tries all of them).
        op.execute(
            "CREATE VIRTUAL TABLE article_search USING fts5(tokens, content='', detail=none, "
            """tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* P* S* C*'")"""
        )
        op.execute("INSERT INTO search_queue SELECT id, true FROM articles")


def downgrade() -> None:
    op.drop_table("search_queue")
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE article_search")
