package dev.rollcall.command;

import dev.rollcall.organization.DomainPolicy;
import dev.rollcall.organization.PolicyChange;
import dev.rollcall.organization.Reprovisioning;
import dev.rollcall.refusal.RefusedException;
import java.util.OptionalInt;
import org.jspecify.annotations.NullUnmarked;
import picocli.CommandLine.Option;

/// The policies of an organization as options; what is left out stays.
@NullUnmarked
class PolicyOptions {
    private static final int MOST_DELETED_DAYS = 365;
    private static final int MOST_SEATS = 10_000_000;
    private static final int MOST_ACTIVITY_DAYS = 3_650;
    private static final int MOST_BODY_DAYS = 90;

    @Option(
            names = "--provisioning-without-sso",
            arity = "1",
            description = "Whether it may provision before it has single sign-on and a claimed domain.")
    Boolean withoutSso;

    @Option(
            names = "--domain-policy",
            description = "What becomes of users outside of its claimed domains: ${COMPLETION-CANDIDATES}.")
    DomainPolicy domainPolicy;

    @Option(
            names = "--reprovisioning",
            description =
                    "What becomes of disabled and deleted people who are created again:" + " ${COMPLETION-CANDIDATES}.")
    Reprovisioning reprovisioning;

    @Option(
            names = "--deleted-member-days",
            paramLabel = "DAYS",
            description = "For how many days a deleted member can come back, 0 to 365.")
    Integer deletedMemberDays;

    @Option(
            names = "--seat-limit",
            paramLabel = "SEATS",
            description = "The most members that are active or invited; 'none' for as many as there are.")
    String seatLimit;

    @Option(
            names = "--protect-last-admin",
            arity = "1",
            description = "Whether the last active org admin can be neither demoted, nor disabled, nor deleted.")
    Boolean protectLastAdmin;

    @Option(
            names = "--roles-from-groups-only",
            arity = "1",
            description = "Whether roles come from groups only, and none can be given by hand.")
    Boolean rolesFromGroupsOnly;

    @Option(
            names = "--activity-days",
            paramLabel = "DAYS",
            description = "For how many days the activity is kept, 1 to 3650.")
    Integer activityDays;

    @Option(
            names = "--refused-body-days",
            paramLabel = "DAYS",
            description = "For how many days what was sent with a refused call is kept, 0 to 90.")
    Integer refusedBodyDays;

    PolicyChange change() {
        return new PolicyChange(
                withoutSso,
                domainPolicy,
                reprovisioning,
                within("--deleted-member-days", deletedMemberDays, 0, MOST_DELETED_DAYS),
                seats(),
                protectLastAdmin,
                rolesFromGroupsOnly,
                within("--activity-days", activityDays, 1, MOST_ACTIVITY_DAYS),
                within("--refused-body-days", refusedBodyDays, 0, MOST_BODY_DAYS));
    }

    private OptionalInt seats() {
        if (seatLimit == null) {
            return null;
        }
        if (seatLimit.equalsIgnoreCase("none")) {
            return OptionalInt.empty();
        }
        if (!seatLimit.matches("[0-9]{1,8}")) {
            throw RefusedException.invalid("--seat-limit is a number, or 'none'.");
        }
        return OptionalInt.of(within("--seat-limit", Integer.valueOf(seatLimit), 1, MOST_SEATS));
    }

    private static Integer within(String option, Integer value, int least, int most) {
        if (value != null && (value < least || value > most)) {
            throw RefusedException.invalid(option + " is a number from " + least + " to " + most + ".");
        }
        return value;
    }
}
