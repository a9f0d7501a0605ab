package dev.rollcall.scim.schema;

import java.util.List;

/// The attributes that every resource has beside those of its schema (RFC 7643 §3 and §3.1).
public final class CommonAttributes {
    private CommonAttributes() {}

    /// The URIs of the schemas whose attributes a resource holds. Derived from its content.
    public static final SchemaAttribute SCHEMAS = attribute("schemas", AttributeType.REFERENCE)
            .multiValued()
            .required()
            .returned(Returned.ALWAYS)
            .build();

    /// The identifier that the service issues.
    public static final SchemaAttribute ID = attribute("id", AttributeType.STRING)
            .readOnly()
            .returned(Returned.ALWAYS)
            .unique()
            .build();

    /// The identifier that the provisioning client issues; not unique here (RFC 7643 §3.1).
    public static final SchemaAttribute EXTERNAL_ID =
            attribute("externalId", AttributeType.STRING).build();

    /// What the service knows about the resource itself.
    public static final SchemaAttribute META = attribute("meta", AttributeType.COMPLEX)
            .readOnly()
            .subAttributes(List.of(
                    attribute("resourceType", AttributeType.STRING).readOnly().build(),
                    attribute("created", AttributeType.DATE_TIME).readOnly().build(),
                    attribute("lastModified", AttributeType.DATE_TIME)
                            .readOnly()
                            .build(),
                    attribute("location", AttributeType.REFERENCE).readOnly().build(),
                    attribute("version", AttributeType.STRING).readOnly().build()))
            .build();

    /// All of them, in the order in which they are answered.
    public static final List<SchemaAttribute> ALL = List.of(SCHEMAS, ID, EXTERNAL_ID, META);

    private static Definition attribute(String name, AttributeType type) {
        return new Definition(name, type);
    }

    /// Only what these four definitions vary; everything else is case-exact, optional and readWrite.
    private static final class Definition {
        private final String name;
        private final AttributeType type;
        private boolean multiValued;
        private boolean required;
        private Mutability mutability = Mutability.READ_WRITE;
        private Returned returned = Returned.DEFAULT;
        private Uniqueness uniqueness = Uniqueness.NONE;
        private List<SchemaAttribute> subAttributes = List.of();

        private Definition(String name, AttributeType type) {
            this.name = name;
            this.type = type;
        }

        private Definition multiValued() {
            multiValued = true;
            return this;
        }

        private Definition required() {
            required = true;
            return this;
        }

        private Definition readOnly() {
            mutability = Mutability.READ_ONLY;
            return this;
        }

        private Definition returned(Returned when) {
            returned = when;
            return this;
        }

        private Definition unique() {
            uniqueness = Uniqueness.SERVER;
            return this;
        }

        private Definition subAttributes(List<SchemaAttribute> definitions) {
            subAttributes = definitions;
            return this;
        }

        private SchemaAttribute build() {
            return new SchemaAttribute(
                    name,
                    type,
                    multiValued,
                    "",
                    required,
                    true,
                    mutability,
                    returned,
                    uniqueness,
                    List.of(),
                    List.of(),
                    subAttributes);
        }
    }
}
