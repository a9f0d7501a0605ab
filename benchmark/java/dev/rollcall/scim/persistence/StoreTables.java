package dev.rollcall.scim.persistence;

import dev.rollcall.sql.Sql;
import java.util.Map;

/// Makes what only this package can make.
public final class StoreTables {
    private StoreTables() {}

    /// The tables that stores read and write besides those of their own.
    public static Map.Entry<ValueIndex, ResourceRows> of(Sql sql) {
        return Map.entry(new ValueIndex(sql), new ResourceRows(sql));
    }
}
