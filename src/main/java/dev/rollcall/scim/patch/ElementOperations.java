package dev.rollcall.scim.patch;

import dev.rollcall.scim.error.ScimException;
import dev.rollcall.scim.filter.CompareOp;
import dev.rollcall.scim.filter.Condition;
import dev.rollcall.scim.filter.FilterEvaluator;
import dev.rollcall.scim.schema.ResolvedAttribute;
import dev.rollcall.scim.schema.ResourceType;
import dev.rollcall.scim.schema.SchemaAttribute;
import dev.rollcall.scim.schema.ScimValue;
import dev.rollcall.scim.schema.SearchKey;
import dev.rollcall.scim.schema.ValueReader;
import dev.rollcall.scim.tolerance.Tolerance;
import dev.rollcall.scim.tolerance.Tolerances;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Takes the operations of a PATCH request (RFC 7644 §3.5.2) apart: those about the attribute whose elements
/// are kept apart become changes of elements, which say what {@link PatchEngine} would do without knowing the
/// elements there are. The sub-attributes of an element are immutable (RFC 7643 §4.2): elements come and go as
/// wholes, told from each other by their `value`.
public final class ElementOperations {
    private static final String VALUE = "value";

    private final ResolvedAttribute apart;
    private final SchemaAttribute identity;
    private final Tolerances tolerances;
    private final TargetResolver resolver;
    private final PathlessValue pathless;
    private final ValueReader reader;

    /// @param apart a complex multi-valued attribute of the type, whose elements have a `value`
    public ElementOperations(ResourceType type, ResolvedAttribute apart, Tolerances tolerances) {
        this.apart = apart;
        this.identity = apart.attribute().subAttribute(VALUE).orElseThrow();
        this.tolerances = tolerances;
        resolver = new TargetResolver(type, tolerances);
        pathless = new PathlessValue(type, resolver, tolerances);
        reader = new ValueReader(tolerances);
    }

    /// The operations about other attributes, and the changes of elements; each in the order of the request.
    public record Split(List<PatchOperation> others, List<ElementChange> changes) {
        public Split {
            others = List.copyOf(others);
            changes = List.copyOf(changes);
        }
    }

    /// Takes the operations apart.
    ///
    /// @throws ScimException `invalidPath`, `invalidFilter`, `invalidValue`, `invalidSyntax`
    public Split split(List<PatchOperation> operations) {
        var splitting = new Splitting();
        operations.forEach(splitting::take);
        return new Split(splitting.others, splitting.changes.list());
    }

    private boolean isApart(PatchTarget target) {
        return switch (target) {
            case PatchTarget.Attribute(var path) -> path.whole().equals(apart);
            case PatchTarget.Elements elements -> elements.path().equals(apart);
            case PatchTarget.Extension _, PatchTarget.Core _, PatchTarget.Custom _ -> false;
        };
    }

    /// What has been taken apart so far.
    private final class Splitting {
        private final List<PatchOperation> others = new ArrayList<>();
        private final ElementChanges changes = new ElementChanges(identity);

        private void take(PatchOperation operation) {
            switch (operation) {
                case PatchOperation.Add(var path, var value) -> put(operation, path, value, false);
                case PatchOperation.Replace(var path, var value) -> put(operation, path, value, true);
                case PatchOperation.Remove(var path, var listed) -> {
                    var target = resolver.resolve(path);
                    if (isApart(target)) {
                        remove(target, listed);
                    } else {
                        others.add(operation);
                    }
                }
            }
        }

        private void put(PatchOperation operation, @Nullable PatchPath path, ScimValue value, boolean replaces) {
            if (path == null) {
                putMembers(operation, value, replaces);
                return;
            }
            var target = resolver.resolve(path);
            if (isApart(target)) {
                put(target, value, replaces);
            } else if (target instanceof PatchTarget.Core) {
                putMembers(operation, value, replaces);
            } else {
                others.add(operation);
            }
        }

        private void putMembers(PatchOperation operation, ScimValue value, boolean replaces) {
            var all = pathless.members(value);
            var rest = new LinkedHashMap<String, ScimValue>();
            all.forEach((name, member) -> {
                var target = pathless.target(name).filter(ElementOperations.this::isApart);
                target.ifPresentOrElse(found -> put(found, member, replaces), () -> rest.put(name, member));
            });
            if (rest.size() == all.size()) {
                others.add(operation);
            } else if (!rest.isEmpty()) {
                var others = new ScimValue.Complex(rest);
                this.others.add(
                        replaces ? new PatchOperation.Replace(null, others) : new PatchOperation.Add(null, others));
            }
        }

        private void put(PatchTarget target, ScimValue sent, boolean replaces) {
            if (!(target instanceof PatchTarget.Elements elements)) {
                putWhole(sent, replaces);
            } else if (elements.sub() == null) {
                putElements(elements, sent, replaces);
            } else {
                putSub(elements, sent, replaces);
            }
        }

        private void putWhole(ScimValue sent, boolean replaces) {
            var isOne = !(sent instanceof ScimValue.MultiValued)
                    && !sent.isUnassigned()
                    && (!replaces || tolerances.forgive(Tolerance.ONE_AS_LIST));
            var read = elements(reader.read(apart, isOne ? ScimValue.array(sent) : sent));
            if (replaces) {
                changes.then(new ElementChange.Replace(read));
            } else {
                read.forEach(changes::add);
            }
        }

        private void putElements(PatchTarget.Elements target, ScimValue sent, boolean replaces) {
            if (sent.isUnassigned()) {
                if (replaces) {
                    requireUnlessForgiven(target);
                    changes.then(new ElementChange.RemoveMatching(target.condition()));
                }
                return;
            }
            var described = described(target, sent);
            var element = described.isPresent() ? described.get() : NewElement.read(target, sent, reader);
            if (replaces) {
                requireUnlessForgiven(target);
            }
            if (!(element instanceof ScimValue.Complex complex) || !hasValue(complex)) {
                throw ScimException.invalidValue(apart.at(identity).toString(), "is required: send it");
            }
            if (described.isEmpty()) {
                changes.then(new ElementChange.Require(target.condition(), NewElement.noTarget(target)));
            }
            var value = Objects.requireNonNull(complex.find(VALUE));
            var different = new Condition.And(List.of(target.condition(), differs(apart.at(identity), value)));
            changes.then(
                    replaces
                            ? new ElementChange.RemoveMatching(different)
                            : new ElementChange.Forbid(different, immutable(apart.at(identity))));
            changes.add(complex);
        }

        private void putSub(PatchTarget.Elements target, ScimValue sent, boolean replaces) {
            var read = reader.read(target.written(), sent);
            var condition = read.isUnassigned()
                    ? target.condition()
                    : new Condition.And(List.of(target.condition(), differs(target.written(), read)));
            if (replaces) {
                requireUnlessForgiven(target);
            }
            changes.then(new ElementChange.Forbid(condition, immutable(target.written())));
            var described = read.isUnassigned()
                    ? Optional.<ScimValue.Complex>empty()
                    : described(target, sent).filter(ElementOperations::hasValue);
            described.ifPresentOrElse(
                    changes::add,
                    () -> changes.then(new ElementChange.Require(target.condition(), NewElement.noTarget(target))));
        }

        private void requireUnlessForgiven(PatchTarget.Elements target) {
            if (!tolerances.allow(Tolerance.ABSENT_TARGET)) {
                changes.then(new ElementChange.Require(target.condition(), NewElement.noTarget(target)));
            }
        }

        private void remove(PatchTarget target, @Nullable ScimValue listed) {
            if (target instanceof PatchTarget.Elements elements) {
                removeElements(elements);
            } else if (listed == null) {
                changes.then(new ElementChange.Replace(List.of()));
            } else {
                ElementList.of(listed).stream()
                        .map(element -> reader.readElement(apart, element))
                        .filter(ScimValue.Complex.class::isInstance)
                        .forEach(element -> changes.remove((ScimValue.Complex) element));
            }
        }

        private void removeElements(PatchTarget.Elements target) {
            var condition = target.condition();
            if (target.sub() != null) {
                changes.then(new ElementChange.Forbid(condition, immutable(target.written())));
                return;
            }
            var named = named(condition);
            if (named.isEmpty()) {
                changes.then(new ElementChange.RemoveMatching(condition));
            } else {
                named.forEach(changes::remove);
            }
        }
    }

    /// The element that the filter of `target` and what was sent describe together, if it meets the filter.
    private Optional<ScimValue.Complex> described(PatchTarget.Elements target, ScimValue sent) {
        var sub = target.sub();
        var given = sub == null ? sent : ScimValue.Complex.EMPTY.with(sub.name(), sent);
        var element = NewElement.read(target, given, reader);
        return element instanceof ScimValue.Complex complex
                        && FilterEvaluator.matchesElement(target.condition(), complex)
                ? Optional.of(complex)
                : Optional.empty();
    }

    private static boolean hasValue(ScimValue element) {
        return element instanceof ScimValue.Complex complex && complex.find(VALUE) != null;
    }

    /// The elements whose values a condition lists and asks nothing else of; none where it is of another form.
    private List<ScimValue.Complex> named(Condition condition) {
        return switch (condition) {
            case Condition.Compare compare
            when compare.op() == CompareOp.EQ
                    && identity.equals(compare.attribute().subAttribute()) ->
                List.of(ScimValue.Complex.EMPTY.with(VALUE, compare.operand()));
            case Condition.Or(var operands) -> {
                var all = operands.stream().map(this::named).toList();
                yield all.stream().anyMatch(List::isEmpty)
                        ? List.of()
                        : all.stream().flatMap(List::stream).toList();
            }
            case Condition.Compare _,
                    Condition.And _,
                    Condition.Not _,
                    Condition.Present _,
                    Condition.ElementMatches _ -> List.of();
        };
    }

    private static List<ScimValue.Complex> elements(ScimValue read) {
        return ElementList.of(read).stream()
                .filter(ScimValue.Complex.class::isInstance)
                .map(ScimValue.Complex.class::cast)
                .toList();
    }

    private static Condition differs(ResolvedAttribute path, ScimValue value) {
        return new Condition.Compare(path, CompareOp.NE, SearchKey.of(path.target(), value), value);
    }

    private static ScimException immutable(ResolvedAttribute path) {
        return ScimException.mutability(
                path.toString(), "is immutable: remove the element and add another one instead of changing it");
    }
}
