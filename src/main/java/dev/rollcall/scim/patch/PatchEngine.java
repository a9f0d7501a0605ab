package dev.rollcall.scim.patch;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.Schema;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.tolerance.Tolerances;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Applies the operations of a PATCH request (RFC 7644 §3.5.2) to the attributes of a resource, in the form in
/// which they are held. A pure function: operations run in their order, each on the result of the one before,
/// and a refusal leaves the caller with the attributes it had. Write-only values are part of the result.
///
/// What a whole resource must hold (required attributes, RFC 7643 §7) is for the caller to check afterwards,
/// see {@link dev.rollcall.scim.schema.SchemaValidator#checkChanged}. Immutable and thread-safe.
public final class PatchEngine {
    private final TargetResolver resolver;
    private final PathlessValue pathless;
    private final DerivedSchemas schemas;
    private final CustomChange custom;
    private final Tolerances tolerances;
    private final AttributeStep add;
    private final AttributeStep replace;
    private final AttributeStep remove;

    public PatchEngine(ResourceType type, Tolerances tolerances) {
        resolver = new TargetResolver(type, tolerances);
        pathless = new PathlessValue(type, resolver, tolerances);
        schemas = new DerivedSchemas(type, tolerances);
        custom = new CustomChange(tolerances);
        this.tolerances = tolerances;
        add = new AddStep(tolerances);
        replace = new ReplaceStep(tolerances);
        remove = new RemoveStep(tolerances);
    }

    /// The attributes after all operations; equal to `attributes` where nothing changes. `representation` is
    /// the resource as the client sees it, before any projection: read-only values that a client sends back in
    /// a value without path are compared with it.
    ///
    /// @throws ScimException `mutability`, `noTarget`, `invalidPath`, `invalidFilter`, `invalidValue` or
    /// `invalidSyntax`
    public ScimValue.Complex apply(
            ScimValue.Complex attributes, List<PatchOperation> operations, ScimValue.Complex representation) {
        var changed = attributes;
        for (var operation : operations) {
            changed = apply(changed, operation, representation);
        }
        return changed;
    }

    /// Whether the operations give an attribute, seen as a whole, a value or take it away: for attributes that
    /// are returned on request, and for write-only ones, whose former value the engine does not see.
    public Predicate<ResolvedAttribute> mentions(List<PatchOperation> operations) {
        return mentioned(operations)::contain;
    }

    /// Whether the operations give one singular attribute or sub-attribute a value or take it away: for what is
    /// to follow from the change of others.
    public Predicate<ResolvedAttribute> assigns(List<PatchOperation> operations) {
        return mentioned(operations)::assign;
    }

    private MentionedAttributes mentioned(List<PatchOperation> operations) {
        var mentioned = new MentionedAttributes(resolver, pathless);
        operations.forEach(mentioned::add);
        return mentioned;
    }

    private ScimValue.Complex apply(
            ScimValue.Complex attributes, PatchOperation operation, ScimValue.Complex representation) {
        return switch (operation) {
            case PatchOperation.Add(var path, var value) -> put(attributes, path, add, value, representation);
            case PatchOperation.Replace(var path, var value) -> put(attributes, path, replace, value, representation);
            case PatchOperation.Remove removal -> removed(attributes, removal);
        };
    }

    private ScimValue.Complex put(
            ScimValue.Complex attributes,
            @Nullable PatchPath path,
            AttributeStep step,
            ScimValue sent,
            ScimValue.Complex representation) {
        var echo = new ReadOnlyEcho(representation, step instanceof ReplaceStep, tolerances);
        var target = path == null ? new PatchTarget.Core() : resolver.resolve(path);
        return switch (target) {
            case PatchTarget.Core _ -> putAll(attributes, pathless.assignments(sent, echo), step);
            case PatchTarget.Extension(var schema)
            when !takesAway(sent, step) -> putAll(attributes, pathless.assignments(schema, sent, echo), step);
            case PatchTarget.Extension _, PatchTarget.Attribute _, PatchTarget.Elements _, PatchTarget.Custom _ ->
                put(attributes, target, step, sent);
        };
    }

    private boolean takesAway(ScimValue sent, AttributeStep step) {
        return sent instanceof ScimValue.Null || (sent.isUnassigned() && step instanceof ReplaceStep);
    }

    private ScimValue.Complex putAll(
            ScimValue.Complex attributes, List<PathlessValue.Assignment> assignments, AttributeStep step) {
        var changed = attributes;
        for (var assignment : assignments) {
            changed = put(changed, assignment.target(), step, assignment.value());
        }
        return changed;
    }

    // An extension that is left by now is one to be removed.
    private ScimValue.Complex put(
            ScimValue.Complex attributes, PatchTarget target, AttributeStep step, ScimValue sent) {
        return switch (target) {
            case PatchTarget.Attribute attribute -> written(attributes, attribute, step, sent);
            case PatchTarget.Elements elements -> written(attributes, elements, step, sent);
            case PatchTarget.Custom(var path) ->
                step instanceof AddStep ? custom.add(attributes, path, sent) : custom.replace(attributes, path, sent);
            case PatchTarget.Extension(var schema) -> withoutExtension(attributes, schema);
            case PatchTarget.Core _ -> throw new IllegalStateException("core attributes are assigned one by one");
        };
    }

    private ScimValue.Complex removed(ScimValue.Complex attributes, PatchOperation.Remove operation) {
        var listed = Objects.requireNonNullElse(operation.listed(), ScimValue.Null.NULL);
        return switch (resolver.resolve(operation.path())) {
            case PatchTarget.Attribute attribute -> written(attributes, attribute, remove, listed);
            case PatchTarget.Elements elements -> written(attributes, elements, remove, listed);
            case PatchTarget.Custom(var path) -> custom.remove(attributes, path, listed);
            case PatchTarget.Extension(var schema) -> withoutExtension(attributes, schema);
            case PatchTarget.Core _ ->
                throw ScimException.invalidPath(
                        ScimException.printable(operation.path().toString()),
                        "is the core schema, which stays: name what to remove of it");
        };
    }

    private ScimValue.Complex written(
            ScimValue.Complex attributes, PatchTarget.Attribute target, AttributeStep step, ScimValue sent) {
        var path = target.path();
        AttributeWriter.refuseReadOnly(path);
        var whole = path.whole();
        var sub = path.subAttribute();
        var held = schemas.addedTo(attributes, whole);
        var current = held.find(whole);
        if (sub == null) {
            var changed = AttributeWriter.write(held, whole, step.attribute(path, current, sent));
            return schemas.settled(attributes, changed, whole);
        }
        var before = current instanceof ScimValue.Complex complex ? complex : ScimValue.Complex.EMPTY;
        var value = step.attribute(path, before.find(sub.name()), sent);
        var after = value.isUnassigned() ? before.without(sub.name()) : before.with(sub.name(), value);
        return AttributeWriter.write(attributes, whole, ValueMerge.withoutStaleReference(before, after));
    }

    private ScimValue.Complex written(
            ScimValue.Complex attributes, PatchTarget.Elements target, AttributeStep step, ScimValue sent) {
        AttributeWriter.refuseReadOnly(target.written());
        var whole = target.path();
        var held = schemas.addedTo(attributes, whole);
        var changed = AttributeWriter.write(held, whole, step.elements(target, held.find(whole), sent));
        return schemas.settled(attributes, changed, whole);
    }

    private ScimValue.Complex withoutExtension(ScimValue.Complex attributes, Schema extension) {
        return schemas.without(attributes, extension);
    }
}
