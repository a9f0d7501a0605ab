package dev.rollcall.scim.index;

import dev.rollcall.scim.index.IndexedAttribute.State;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import jakarta.enterprise.context.ApplicationScoped;

/// Removes an attribute from the index: first the triggers leave it alone, then its rows go, a slice at a time, each of
/// which gives way to others.
@ApplicationScoped
class IndexRemoval {
    private static final int SLICE = 1_000;

    private final Sql sql;

    IndexRemoval(Sql sql) {
        this.sql = sql;
    }

    /// Goes on with its removal.
    ///
    /// @return whether nothing of it is left; else the rest goes the next time
    boolean remove(IndexedAttribute attribute) {
        return attribute.state() == State.REMOVING ? removeRows(attribute.number()) : begin(attribute.number());
    }

    // Its rows wait for the next time, when whoever wrote some of them has committed.
    private boolean begin(int number) {
        sql.update(SqlText.of(
                "UPDATE indexed_attribute SET state = ? WHERE id = ? AND unwanted IS NOT NULL",
                State.REMOVING.keyword(),
                number));
        return false;
    }

    private boolean removeRows(int number) {
        int removed;
        do {
            removed = sql.updateOrGiveWay(
                    SqlText.of("DELETE FROM indexed_value WHERE attribute = ? LIMIT " + SLICE, number));
        } while (removed == SLICE);
        var isLeft = !sql.query(
                        SqlText.of("SELECT 1 FROM indexed_value WHERE attribute = ? LIMIT 1", number),
                        row -> row.getInt(1))
                .isEmpty();
        if (isLeft) {
            return false;
        }
        sql.update(SqlText.of("DELETE FROM index_filling WHERE attribute = ?", number));
        sql.update(SqlText.of("DELETE FROM indexed_attribute WHERE id = ?", number));
        return true;
    }
}
