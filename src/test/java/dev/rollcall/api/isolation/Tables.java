package dev.rollcall.api.isolation;

import dev.rollcall.sql.ResourceIds;
import dev.rollcall.sql.Sql;
import dev.rollcall.sql.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/// All that the database holds.
@ApplicationScoped
class Tables {
    /// What a refused request may move: its own count.
    private static final String COUNTS = "table_name NOT LIKE '%rate\\_limit%' AND table_name NOT LIKE '%attempt%'";

    /// What the service does by itself about calls from before.
    private static final String IN_THE_BACKGROUND = "table_name NOT IN ('sync_run', 'read_count', 'connection_health',"
            + " 'connection_mistake', 'activity_hour', 'activity_progress') AND column_name <> 'recount'";

    private final Sql sql;

    Tables(Sql sql) {
        this.sql = sql;
    }

    /// A checksum of each table, but of columns that say when something was last used.
    Map<String, String> checksums() {
        var sums = new TreeMap<String, String>();
        columns()
                .forEach((table, columns) -> sums.put(
                        table,
                        sql.query(
                                        SqlText.of("SELECT COUNT(*), BIT_XOR(CRC32(CONCAT_WS('|', "
                                                + String.join(", ", columns) + "))) FROM `" + table + "`"),
                                        row -> row.getString(1) + " " + row.getString(2))
                                .getFirst()));
        return sums;
    }

    private Map<String, List<String>> columns() {
        return sql
                .query(
                        SqlText.of("SELECT c.table_name, c.column_name FROM information_schema.columns c JOIN"
                                + " information_schema.tables t USING (table_schema, table_name) WHERE"
                                + " c.table_schema = DATABASE() AND t.table_type = 'BASE TABLE' AND column_name NOT LIKE"
                                + " 'last\\_%' AND " + COUNTS + " AND " + IN_THE_BACKGROUND),
                        row -> List.of(row.getString(1), "HEX(`" + row.getString(2) + "`)"))
                .stream()
                .collect(Collectors.groupingBy(List::getFirst, Collectors.mapping(List::getLast, Collectors.toList())));
    }

    /// The identifiers of what an organization has, a few of each kind, and its own.
    List<UUID> idsOf(UUID organization) {
        var ids = tablesOfOrganizations().stream()
                .flatMap(table -> sql
                        .query(
                                SqlText.of(
                                        "SELECT id FROM `" + table + "` WHERE organization_id = ? ORDER BY id LIMIT 2",
                                        (Object) ResourceIds.bytes(organization)),
                                row -> ResourceIds.fromBytes(row.getBytes(1)))
                        .stream())
                .collect(Collectors.toList());
        ids.add(organization);
        return ids.stream().distinct().toList();
    }

    private List<String> tablesOfOrganizations() {
        return sql.query(
                SqlText.of("SELECT a.table_name FROM information_schema.columns a JOIN information_schema.columns b"
                        + " USING (table_schema, table_name) WHERE table_schema = DATABASE() AND"
                        + " a.column_name = 'organization_id' AND b.column_name = 'id' AND"
                        + " b.column_type = 'binary(16)'"),
                row -> row.getString(1));
    }
}
