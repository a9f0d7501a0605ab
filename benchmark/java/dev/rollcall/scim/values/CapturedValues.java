package dev.rollcall.scim.values;

import dev.rollcall.scim.persistence.ValueIndex;
import dev.rollcall.sql.Sql;

/// The tables of values over any {@link Sql}.
public final class CapturedValues {
    private CapturedValues() {}

    /// Makes them.
    public static ValueTables over(Sql sql, ValueIndex index) {
        return new ValueTables(index, new UniqueValues(sql), new SecretValues(sql));
    }
}
