package vn.chuyencan.source.register;

import static vn.chuyencan.error.ErrorCode.REGISTER_IDENTITY_AMBIGUOUS;
import static vn.chuyencan.error.ErrorCode.REGISTER_KEY_TWICE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.chuyencan.error.Fault;
import vn.chuyencan.model.Identity;
import vn.chuyencan.model.IdentityKind;
import vn.chuyencan.model.MailHash;
import vn.chuyencan.model.RegisterName;

/**
 * Identifiers that stand twice or belong to two persons (X-ID-1). An address and the SHA-1 of it
 * name one person, so they must not name two.
 */
final class IdentityCheck {
  private IdentityCheck() {}

  private record Owner(String learnerId, int line, boolean stated) {}

  /**
   * Checks a register of identities; of another one there is nothing to say.
   *
   * @param broken lines with a fault of their own, which are passed over
   */
  static List<Fault> faults(RegisterFile file, Set<Integer> broken) {
    if (file.name() != RegisterName.IDENTITY) {
      return List.of();
    }
    List<Fault> faults = new ArrayList<>();
    Map<String, Owner> owners = new HashMap<>();
    for (RegisterLine line : file.lines()) {
      if (broken.contains(line.line())) {
        continue;
      }
      Identity identity = (Identity) RowMapper.row(RegisterName.IDENTITY, line);
      Owner owner = new Owner(identity.learnerId(), line.line(), true);
      Owner before = owners.get(identity.canonical());
      if (before != null && !before.learnerId().equals(identity.learnerId())) {
        faults.add(ambiguous(file, line, identity, before));
      } else if (before != null && before.stated()) {
        faults.add(twice(file, line, identity, before));
      } else {
        owners.put(identity.canonical(), owner);
      }
      if (identity.kind() == IdentityKind.MBOX) {
        Owner hashed = owners.get(hashed(identity));
        if (hashed == null) {
          owners.put(hashed(identity), new Owner(identity.learnerId(), line.line(), false));
        } else if (hashed.stated() && !hashed.learnerId().equals(identity.learnerId())) {
          faults.add(ambiguous(file, line, identity, hashed));
        }
      }
    }
    return faults;
  }

  private static String hashed(Identity identity) {
    return IdentityKind.MBOX_SHA1SUM.code() + "|" + MailHash.of(identity.identifier());
  }

  private static Fault ambiguous(
      RegisterFile file, RegisterLine line, Identity identity, Owner before) {
    return Fault.at(
        REGISTER_IDENTITY_AMBIGUOUS,
        file.path(),
        line.line(),
        "identifier",
        identity.identifier(),
        before.learnerId(),
        identity.learnerId());
  }

  private static Fault twice(
      RegisterFile file, RegisterLine line, Identity identity, Owner before) {
    return Fault.at(
        REGISTER_KEY_TWICE,
        file.path(),
        line.line(),
        "identifier",
        identity.identifier(),
        Integer.toString(before.line()));
  }
}
