package dev.rollcall.api.admittance;

import dev.rollcall.api.body.Given;
import dev.rollcall.api.body.MergePatch;
import dev.rollcall.organization.DomainPolicy;
import dev.rollcall.organization.PolicyChange;
import dev.rollcall.organization.Reprovisioning;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(examples = """
        {"domainPolicy": "flag", "deletedMemberDays": 30}
        """)
record PoliciesPatch(
        @Schema(description = "Changed by operators only") @Nullable
        Boolean provisioningWithoutSso,

        @Nullable DomainPolicy domainPolicy,

        @Nullable Reprovisioning reprovisioning,

        @Min(0) @Max(365) @Nullable Integer deletedMemberDays,

        @Schema(description = "Changed by operators only; null takes the limit away", minimum = "1") @Nullable
        Given<@Min(1) @Max(10_000_000) Integer> seatLimit,

        @Nullable Boolean protectLastAdmin,

        @Nullable Boolean rolesFromGroupsOnly,

        @Min(1) @Max(3_650) @Nullable Integer activityDays,

        @Min(0) @Max(90) @Nullable Integer refusedBodyDays)
        implements MergePatch {

    PolicyChange change() {
        return new PolicyChange(
                provisioningWithoutSso,
                domainPolicy,
                reprovisioning,
                deletedMemberDays,
                seatLimit == null ? null : limit(seatLimit.value()),
                protectLastAdmin,
                rolesFromGroupsOnly,
                activityDays,
                refusedBodyDays);
    }

    private static OptionalInt limit(@Nullable Integer seats) {
        return seats == null ? OptionalInt.empty() : OptionalInt.of(seats);
    }
}
