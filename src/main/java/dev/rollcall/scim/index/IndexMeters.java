package dev.rollcall.scim.index;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// What the metrics say of the index: of each attribute whether searches use it, and with how many resources one that
/// is being filled was filled so far.
@ApplicationScoped
class IndexMeters {
    private final MultiGauge ready;
    private final MultiGauge filled;

    IndexMeters(MeterRegistry meters) {
        ready = MultiGauge.builder("rollcall.search.index.ready")
                .description("1 where searches use the index of the attribute")
                .register(meters);
        filled = MultiGauge.builder("rollcall.search.index.filled")
                .description("Resources with which the index of an attribute is filled so far")
                .baseUnit("resources")
                .register(meters);
    }

    /// Shows these, and no others.
    void show(List<IndexedAttribute> all) {
        ready.register(
                all.stream()
                        .map(one -> MultiGauge.Row.of(tags(one), isReady(one) ? 1 : 0))
                        .toList(),
                true);
        filled.register(
                all.stream()
                        .filter(one -> one.state() == IndexedAttribute.State.FILLING)
                        .map(one -> MultiGauge.Row.of(tags(one), one.resources()))
                        .toList(),
                true);
    }

    private static boolean isReady(IndexedAttribute one) {
        return one.state() == IndexedAttribute.State.READY && one.isWanted();
    }

    private static Tags tags(IndexedAttribute one) {
        return Tags.of("resource_type", one.type(), "attribute", one.name());
    }
}
