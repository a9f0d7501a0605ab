package dev.rollcall.scim.persistence;

import dev.rollcall.scim.filter.Condition;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.sql.SqlText;
import java.util.LinkedHashSet;
import java.util.Set;

/// The elements of one array of the search document as rows, with a column for each part of an element that a
/// condition asks for. An array within an element is a table of its own inside the EXISTS of the outer one.
final class ElementTable implements ConditionSql.Leaves {
    private static final String TEXT = " LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin PATH ";

    private final ResolvedAttribute array;
    private final String alias;
    private final String source;
    private final Set<String> columns = new LinkedHashSet<>();

    private ElementTable(ResolvedAttribute array, String alias, String source) {
        this.array = array;
        this.alias = alias;
        this.source = source;
        columns.add("n FOR ORDINALITY");
    }

    /// True where one element of the array meets the whole condition.
    static SqlText exists(Condition.ElementMatches matches) {
        var source = "r.search_document, '" + JsonPath.of(matches.attribute());
        return new ElementTable(matches.attribute(), "e", source).meeting(matches.condition());
    }

    private SqlText meeting(Condition condition) {
        var met = ConditionSql.of(condition, this);
        return met.within(
                "EXISTS (SELECT 1 FROM JSON_TABLE(" + source + "[*]' COLUMNS (" + String.join(", ", columns) + ")) "
                        + alias + " WHERE ",
                ")");
    }

    @Override
    public SqlText present(ResolvedAttribute attribute) {
        return SqlText.of("(" + column("p", " INT EXISTS PATH ", attribute) + " = 1)");
    }

    @Override
    public SqlText compare(Condition.Compare compare) {
        var column = column("c", TEXT, compare.attribute());
        return KeyComparison.of(SqlText.of(column), compare.op(), compare.key());
    }

    @Override
    public SqlText elementMatches(Condition.ElementMatches matches) {
        var element =
                "CONCAT('" + JsonPath.of(array) + "[', " + alias + ".n - 1, ']" + pathTo(matches.attribute()) + "')";
        var source = "JSON_EXTRACT(r.search_document, " + element + "), '$";
        return new ElementTable(matches.attribute(), alias + "_", source).meeting(matches.condition());
    }

    private String column(String kind, String definition, ResolvedAttribute attribute) {
        var sub = attribute.equals(array) ? null : attribute.subAttribute();
        var name = sub == null
                ? kind
                : kind + "_" + array.attribute().subAttributes().indexOf(sub);
        columns.add(name + definition + "'$" + pathTo(attribute) + "'");
        return alias + "." + name;
    }

    private String pathTo(ResolvedAttribute attribute) {
        var sub = attribute.subAttribute();
        // An element of a simple array is itself what the path names.
        return sub == null || attribute.equals(array) ? "" : JsonPath.member(sub.name());
    }
}
