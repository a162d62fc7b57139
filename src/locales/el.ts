import type { BinkMessages } from "../react/messages.js"

/** Greek. */
export const el: BinkMessages = {
  lang: "el",
  dir: "ltr",
  signin_with: "Σύνδεση με Bink",
  signup_with: "Εγγραφή με Bink",
  continue_with: "Συνέχεια με Bink",
  signin: "Σύνδεση",
  pending: "Σύνδεση με Bink",
  error: "Η σύνδεση απέτυχε. Δοκιμάστε ξανά.",
  declined: "Η σύνδεση απορρίφθηκε.",
  notLinked: "Συνδεθείτε με άλλον λογαριασμό.",
  notAllowed: "Ο λογαριασμός απορρίφθηκε.",
  verified: "Λογαριασμός επαληθευμένος από το Bink με κλειδί πρόσβασης",
  trusted: "Λογαριασμός αξιόπιστος για το Bink",
  verifiedLabel: "Λογαριασμός επαληθευμένος",
  trustedLabel: "Λογαριασμός αξιόπιστος",
  verifiedExplanation: "Ο λογαριασμός είναι επαληθευμένος από το Bink με κλειδί πρόσβασης.",
  trustedExplanation: "Ο λογαριασμός είναι αξιόπιστος για το Bink.",
}
