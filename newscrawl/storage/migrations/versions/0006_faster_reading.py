"""Reading in less time: indexes of what narrows a search, an index of neighbouring words, and the parts of articles by their key."""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

INDEXES = (
    ("ix_articles_source", "articles", ["source"]),
    ("ix_articles_category", "articles", ["category"]),
    ("ix_copies_source_article_id", "copies", ["source", "article_id"]),
)
PARTS = ("article_authors", "article_images", "article_stocks")


def upgrade() -> None:
    _rebuild_parts(sqlite_with_rowid=False)
    for name, table, columns in INDEXES:
        op.create_index(op.f(name), table, columns)
    _index_anew()


def downgrade() -> None:
    _rebuild_parts(sqlite_with_rowid=True)
    _index_anew()
    for name, table, _ in INDEXES:
        op.drop_index(op.f(name), table)


def _index_anew() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("INSERT INTO article_search (article_search) VALUES ('delete-all')")
        op.execute("DELETE FROM search_queue")
        op.execute("INSERT INTO search_queue SELECT id, true FROM articles")


def _rebuild_parts(**how: bool) -> None:
    if op.get_bind().dialect.name == "sqlite":
        for table in PARTS:
            with op.batch_alter_table(table, recreate="always", table_kwargs=how):
                pass
