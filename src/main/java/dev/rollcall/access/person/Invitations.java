package dev.rollcall.access.person;

import dev.rollcall.access.seat.Seats;
import dev.rollcall.audit.Audit;
import dev.rollcall.organization.OrganizationPolicies;
import dev.rollcall.organization.Organizations;
import dev.rollcall.refusal.Condition;
import dev.rollcall.refusal.RefusedException;
import dev.rollcall.sql.Transacted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// People who are invited, with the grants that wait for them. One whom an identity provider creates meanwhile is that
/// user from then on, under the id of the invitation.
@ApplicationScoped
public class Invitations {
    private final PersonRepository people;
    private final NewPeople newPeople;
    private final GivenGrants grants;
    private final Seats seats;
    private final Organizations organizations;
    private final OrganizationPolicies policies;
    private final Audit audit;
    private final Clock clock;

    Invitations(
            PersonRepository people,
            NewPeople newPeople,
            GivenGrants grants,
            Seats seats,
            Organizations organizations,
            OrganizationPolicies policies,
            Audit audit,
            Clock clock) {
        this.people = people;
        this.newPeople = newPeople;
        this.grants = grants;
        this.seats = seats;
        this.organizations = organizations;
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    /// Invites somebody.
    ///
    /// @throws RefusedException if there is no such organization, somebody has the address, a grant does not fit,
    ///     or all seats are taken
    @Transacted
    public Invitation invite(UUID organizationId, NewInvitation wanted) {
        organizations.required(organizationId);
        requireGrantsByHand(organizationId, wanted);
        var person =
                newPeople.add(organizationId, MemberOrigin.INVITED, MemberState.INVITED, wanted.email(), wanted.name());
        grants.give(organizationId, person.id, wanted.grants());
        audit.note(PersonAudit.change("invitation.made", person, Map.of(), PersonAudit.fields(person)));
        return invitation(person);
    }

    private void requireGrantsByHand(UUID organizationId, NewInvitation wanted) {
        var fromGroupsOnly = policies.find(organizationId)
                .map(all -> all.members().rolesFromGroupsOnly())
                .orElse(false);
        if (fromGroupsOnly && !wanted.grants().isEmpty()) {
            throw RefusedException.of(
                    RefusedException.Kind.STATE,
                    "The organization takes roles from groups only. Invite without 'grants', or change the policy under"
                            + " Access.");
        }
    }

    /// The next so many who are invited.
    ///
    /// @param after the one behind which they begin; null at the beginning
    @Transactional
    public List<Invitation> page(UUID organizationId, @Nullable UUID after, int limit) {
        return people.page(organizationId, MemberState.INVITED, after, limit).stream()
                .map(this::invitation)
                .toList();
    }

    /// The one with this id who is invited and has not come yet.
    @Transactional
    public Optional<Invitation> find(UUID organizationId, UUID id) {
        return people.find(organizationId, id)
                .filter(person -> person.state == MemberState.INVITED)
                .map(this::invitation);
    }

    /// Notes that the person has come. Noted again, it stays so.
    ///
    /// @throws RefusedException if there is no such invitation, or it is another version
    @Transacted
    public KnownPerson accept(UUID organizationId, UUID id, Condition condition) {
        var person = people.lock(organizationId, id)
                .filter(one -> one.origin == MemberOrigin.INVITED)
                .orElseThrow(() -> missing(id));
        condition.require(person.version);
        if (person.state == MemberState.INVITED) {
            var before = PersonAudit.fields(person);
            person.state = MemberState.ACTIVE;
            person.changed(clock.millis());
            audit.note(PersonAudit.change("invitation.accepted", person, before, PersonAudit.fields(person)));
        }
        return person.toPerson();
    }

    /// Withdraws an invitation, and the grants that have waited.
    ///
    /// @throws RefusedException if there is no such invitation, or it is another version
    @Transacted
    public void withdraw(UUID organizationId, UUID id, Condition condition) {
        var person = people.lock(organizationId, id)
                .filter(one -> one.state == MemberState.INVITED)
                .orElseThrow(() -> missing(id));
        condition.require(person.version);
        people.delete(person);
        people.flush();
        grants.take(organizationId, id);
        seats.release(organizationId);
        audit.note(PersonAudit.change("invitation.withdrawn", person, PersonAudit.fields(person), Map.of()));
    }

    private Invitation invitation(PersonEntity person) {
        return new Invitation(person.toPerson(), grants.of(person.organizationId, person.id));
    }

    /// There is none, or not any more.
    public static RefusedException missing(UUID id) {
        return RefusedException.notFound("The organization has no invitation " + id
                + " that waits: whoever has come, or was created by an identity provider, is a member under this id.");
    }
}
