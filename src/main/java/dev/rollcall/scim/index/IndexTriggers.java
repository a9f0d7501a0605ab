package dev.rollcall.scim.index;

import dev.rollcall.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// The triggers that keep the index of configured attributes, whoever writes. They do the same whichever attributes
/// there are, and cost each write something even where there is none, so they are made when the first one is asked for.
/// They
/// stay, since nobody could tell whether another replica is about to need them.
@ApplicationScoped
class IndexTriggers {
    // To make a trigger, the database waits for who uses the table, and everybody else waits behind it.
    private static final int LONGEST_SECONDS = 2;

    private static final List<Table> TABLES = List.of(
            new Table("scim_user", "'User'"),
            new Table("scim_group", "'Group'"),
            new Table("scim_resource", "NEW.resource_type"));

    // The second path leads nowhere: with it, one value is an array, too. Loops, since JSON_TABLE in a trigger takes
    // more than the rest of a create.
    private static final String EACH = """
            BEGIN
                DECLARE number SMALLINT UNSIGNED DEFAULT
                    (SELECT MIN(a.id) FROM indexed_attribute a WHERE a.resource_type = {type} AND a.state <> 'removing');
                DECLARE path VARCHAR(768);
                DECLARE found LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
                DECLARE element INT UNSIGNED;
                WHILE number IS NOT NULL DO
                    SET path = (SELECT a.json_path FROM indexed_attribute a WHERE a.id = number);
                    SET found = JSON_EXTRACT(NEW.search_document, path, '$.""');
                    {each}
                    SET number = (SELECT MIN(a.id) FROM indexed_attribute a
                        WHERE a.resource_type = {type} AND a.state <> 'removing' AND a.id > number);
                END WHILE;
            END""";

    private static final String VALUES = """
            IF found IS NULL THEN
                INSERT INTO indexed_value (attribute, organization_id, value_key, resource_id)
                VALUES (number, NEW.organization_id, '2', NEW.id);
            ELSE
                SET element = 0;
                WHILE element < JSON_LENGTH(found) DO
                    INSERT INTO indexed_value (attribute, organization_id, value_key, resource_id)
                    VALUES (number, NEW.organization_id,
                        IFNULL(CONCAT('1', LEFT(JSON_VALUE(found, CONCAT('$[', element, ']')), 256)), '2'), NEW.id)
                    ON DUPLICATE KEY UPDATE resource_id = VALUES(resource_id);
                    SET element = element + 1;
                END WHILE;
            END IF;""";

    // Two results of JSON_EXTRACT are equal as bytes only.
    private static final String CHANGED_VALUES = """
            IF (number = NEW.indexed AND NEW.indexed <> OLD.indexed)
                OR NOT BINARY found <=> BINARY JSON_EXTRACT(OLD.search_document, path, '$.""') THEN
                DELETE FROM indexed_value WHERE resource_id = NEW.id AND attribute = number;
            """ + VALUES + " END IF;";

    private final Sql sql;

    IndexTriggers(Sql sql) {
        this.sql = sql;
    }

    private record Table(String name, String type) {
        private List<String> triggers() {
            return List.of(
                    trigger("indexed", "AFTER INSERT", EACH.replace("{each}", VALUES)),
                    trigger("indexed_anew", "AFTER UPDATE", EACH.replace("{each}", CHANGED_VALUES)),
                    trigger("indexed_no_more", "AFTER DELETE", "DELETE FROM indexed_value WHERE resource_id = OLD.id"));
        }

        private String trigger(String suffix, String moment, String body) {
            return "CREATE TRIGGER IF NOT EXISTS " + name + "_" + suffix + " " + moment + " ON " + name
                    + " FOR EACH ROW " + body.replace("{type}", type);
        }
    }

    /// Makes those that are not there; where one fails, the others are made the next time.
    void make() {
        sql.define(TABLES.stream().flatMap(table -> table.triggers().stream()).toList(), LONGEST_SECONDS);
    }
}
