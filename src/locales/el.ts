import type { BinkMessages } from "../react/messages.js"

/** Greek. */
export const el: BinkMessages = {
  signin_with: "Σύνδεση με Bink",
  signup_with: "Εγγραφή με Bink",
  continue_with: "Συνέχεια με Bink",
  signin: "Σύνδεση",
  pending: "Άνοιγμα Bink",
  error: "Η σύνδεση απέτυχε. Δοκιμάστε ξανά.",
  verified: "Επαληθευμένος λογαριασμός από το Bink με κλειδί πρόσβασης",
  trusted: "Αξιόπιστος λογαριασμός από το Bink",
  verifiedLabel: "Επαληθευμένος λογαριασμός",
  trustedLabel: "Αξιόπιστος λογαριασμός",
  verifiedExplanation: "Το Bink επαλήθευσε αυτό το άτομο με κλειδί πρόσβασης.",
  trustedExplanation: "Το Bink θεωρεί αυτό το άτομο αξιόπιστο.",
}
