"""The stocks that articles name by their codes, and which version of the rule read them."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("articles", sa.Column("stocks_version", sa.Integer))
    op.create_index(op.f("ix_articles_stocks_version"), "articles", ["stocks_version"])
    op.create_table(
        "article_stocks",
        sa.Column("article_id", sa.Integer, sa.ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("code", sa.String, primary_key=True, index=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("name", sa.String),
    )


def downgrade() -> None:
    op.drop_table("article_stocks")
    op.drop_index(op.f("ix_articles_stocks_version"), "articles")
    op.drop_column("articles", "stocks_version")
