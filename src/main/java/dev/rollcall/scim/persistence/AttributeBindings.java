package dev.rollcall.scim.persistence;

import dev.rollcall.scim.filter.Condition;
import dev.rollcall.scim.schema.AttributePath;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.sql.SqlText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Where the attributes of one resource type live. What is not bound here is in the search document and nowhere
/// else. Names are checked against the schema when the bindings are made.
public final class AttributeBindings {
    private final Map<String, AttributeBinding> bindings;
    private final Map<String, Relation> relations;
    private final List<ResolvedAttribute> indexed;
    private final Map<String, Integer> numbers;

    private AttributeBindings(Builder builder) {
        this(Map.copyOf(builder.bindings), Map.copyOf(builder.relations), List.copyOf(builder.indexed), Map.of());
    }

    private AttributeBindings(
            Map<String, AttributeBinding> bindings,
            Map<String, Relation> relations,
            List<ResolvedAttribute> indexed,
            Map<String, Integer> numbers) {
        this.bindings = bindings;
        this.relations = relations;
        this.indexed = indexed;
        this.numbers = numbers;
    }

    /// The same, where the values of these attributes, too, are in the index of configured attributes: their numbers
    /// by their names.
    public AttributeBindings with(Map<String, Integer> numbersByName) {
        return new AttributeBindings(bindings, relations, indexed, Map.copyOf(numbersByName));
    }

    /// The number by which the index of configured attributes has all values of this one.
    Optional<Integer> number(ResolvedAttribute attribute) {
        return numbers.isEmpty() ? Optional.empty() : Optional.ofNullable(numbers.get(attribute.toString()));
    }

    /// Whether that index alone serves a comparison: what has a binding that serves it needs no other.
    boolean isInIndex(Condition.Compare compare) {
        return IndexedValues.serve(compare) && number(compare.attribute()).isPresent();
    }

    /// The sub-attributes whose values are in the value index.
    public List<ResolvedAttribute> indexed() {
        return indexed;
    }

    /// True for a search key that look-up columns and the value index hold; longer ones are in the document
    /// alone.
    public static boolean fitsKey(String key) {
        return AttributeBinding.fits(key);
    }

    /// The attributes by whose values an index finds resources, by name.
    public List<String> lookUps() {
        var columns = bindings.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof AttributeBinding.KeyColumn
                        || entry.getValue() instanceof AttributeBinding.LookUpColumn)
                .map(Map.Entry::getKey);
        return Stream.of(columns, indexed.stream().map(ResolvedAttribute::toString), numbers.keySet().stream())
                .flatMap(names -> names)
                .distinct()
                .sorted()
                .toList();
    }

    Optional<AttributeBinding> binding(ResolvedAttribute attribute) {
        return Optional.ofNullable(bindings.get(attribute.toString()));
    }

    /// True for an attribute whose elements are rows, which have no place in an order of resources.
    public boolean isRelation(ResolvedAttribute attribute) {
        return relation(attribute).isPresent();
    }

    Optional<Relation> relation(ResolvedAttribute attribute) {
        return Optional.ofNullable(relations.get(attribute.whole().toString()));
    }

    /// Whether all values of the attribute are in the search document, so that they can be indexed from there.
    public boolean isInDocument(ResolvedAttribute attribute) {
        return !isServerAssigned(attribute)
                && !isRelation(attribute)
                && !attribute.target().isComplex()
                && binding(attribute).map(AttributeBinding::isInDocument).orElse(true);
    }

    /// True for `id` and `meta`, which every resource has and no document holds.
    static boolean isServerAssigned(ResolvedAttribute attribute) {
        return attribute.extension() == null
                && (attribute.attribute().isNamed("id") || attribute.attribute().isNamed("meta"));
    }

    /// Starts the bindings of `type` with those of the common attributes.
    ///
    /// @throws IllegalArgumentException from its methods, where the type has no such attribute
    public static Builder of(ResourceType type) {
        return new Builder(type);
    }

    /// Collects bindings.
    public static final class Builder {
        private final ResourceType type;
        private final Map<String, AttributeBinding> bindings = new HashMap<>();
        private final Map<String, Relation> relations = new HashMap<>();
        private final List<ResolvedAttribute> indexed = new ArrayList<>();

        private Builder(ResourceType type) {
            this.type = type;
            bind("id", new AttributeBinding.Identifier());
            bind("meta.created", new AttributeBinding.InstantColumn("created", false));
            bind("meta.lastModified", new AttributeBinding.InstantColumn("last_modified", true));
            bind("meta.resourceType", new AttributeBinding.Computed(_ -> type.name(), "''"));
            bind("meta.version", new AttributeBinding.Computed(_ -> "W/\"", "r.version, '\"'"));
            bind(
                    "meta.location",
                    new AttributeBinding.Computed(
                            baseUri -> baseUri + type.endpoint() + "/", AttributeBinding.Identifier.TEXT));
        }

        /// A column that always holds the search key of `attribute`, which is unique in the organization.
        ///
        /// @param index the unique key over the organization and the column
        public Builder keyColumn(String attribute, String column, String index) {
            return bind(attribute, new AttributeBinding.KeyColumn(column, index));
        }

        /// A column for look-ups that holds the search key of `attribute`, or NULL where the key is too long
        /// for it.
        public Builder lookUpColumn(String attribute, String column) {
            return bind(attribute, new AttributeBinding.LookUpColumn(column));
        }

        /// A column that holds the boolean `attribute`, or NULL where it has no value. How many resources have which
        /// is kept.
        ///
        /// @param index the index over the organization, the column and the identifier
        public Builder flagColumn(String attribute, String column, String index) {
            return bind(attribute, new AttributeBinding.FlagColumn(column, index));
        }

        /// What other resources say of this one, as an expression on the row `r` in the binary collation that
        /// gives the search key, or NULL where they say nothing.
        ///
        /// @param expression made for the base URI of the service, which has no trailing slash
        public Builder derived(String attribute, Function<String, SqlText> expression) {
            return bind(attribute, new AttributeBinding.Derived(expression));
        }

        /// A multi-valued attribute whose elements are rows.
        public Builder relation(String attribute, Relation relation) {
            relations.put(resolved(attribute).toString(), relation);
            return this;
        }

        /// A sub-attribute, of a multi-valued attribute or of a singular one, whose values are in the value
        /// index.
        public Builder indexed(String attribute) {
            indexed.add(resolved(attribute));
            return this;
        }

        /// The bindings.
        public AttributeBindings build() {
            return new AttributeBindings(this);
        }

        private Builder bind(String attribute, AttributeBinding binding) {
            bindings.put(resolved(attribute).toString(), binding);
            return this;
        }

        private ResolvedAttribute resolved(String attribute) {
            return AttributePath.parse(attribute)
                    .flatMap(type::resolve)
                    .orElseThrow(() -> new IllegalArgumentException(type.name() + " has no attribute " + attribute));
        }
    }
}
