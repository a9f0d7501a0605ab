package dev.rollcall.scim.index;

import dev.rollcall.sql.SqlText;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// A row of `indexed_attribute`, and how far its filling has come.
///
/// @param unwanted since when no configuration asks for it, in milliseconds; null where one does
/// @param since when it was added, in milliseconds; null where it is filled
/// @param resources how many it was filled with
record IndexedAttribute(
        int number,
        String type,
        String name,
        State state,
        @Nullable Long unwanted,
        @Nullable Long since,
        long resources) {
    static final SqlText ALL = SqlText.of("SELECT a.id, a.resource_type, a.attribute, a.state, a.unwanted, f.since,"
            + " IFNULL(f.resources, 0) FROM indexed_attribute a LEFT JOIN index_filling f ON f.attribute = a.id"
            + " ORDER BY a.id");

    /// What becomes of it.
    enum State {
        FILLING("filling"),
        READY("ready"),
        REMOVING("removing");

        private final String keyword;

        State(String keyword) {
            this.keyword = keyword;
        }

        String keyword() {
            return keyword;
        }

        private static State of(String keyword) {
            for (var state : values()) {
                if (state.keyword.equals(keyword)) {
                    return state;
                }
            }
            throw new IllegalArgumentException(keyword);
        }
    }

    static IndexedAttribute read(ResultSet row) throws SQLException {
        return new IndexedAttribute(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                State.of(row.getString(4)),
                row.getObject(5, Long.class),
                row.getObject(6, Long.class),
                row.getLong(7));
    }

    boolean isWanted() {
        return unwanted == null;
    }

    @Override
    public String toString() {
        return name + " of " + type;
    }
}
