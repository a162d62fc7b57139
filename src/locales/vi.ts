import type { BinkMessages } from "../react/messages.js"

/** Vietnamese. */
export const vi: BinkMessages = {
  lang: "vi",
  dir: "ltr",
  signin_with: "Đăng nhập bằng Bink",
  signup_with: "Đăng ký bằng Bink",
  continue_with: "Tiếp tục với Bink",
  signin: "Đăng nhập",
  pending: "Đang mở Bink",
  error: "Không đăng nhập được. Vui lòng thử lại.",
  declined: "Đăng nhập bị từ chối.",
  notLinked: "Vui lòng đăng nhập bằng tài khoản trước đây.",
  notAllowed: "Tài khoản này bị từ chối.",
  verified: "Đã xác minh bởi Bink bằng khóa truy cập",
  trusted: "Đáng tin cậy theo Bink",
  verifiedLabel: "Đã xác minh",
  trustedLabel: "Đáng tin cậy",
  verifiedExplanation: "Bink đã xác minh người này bằng khóa truy cập.",
  trustedExplanation: "Bink đã đánh dấu người này là đáng tin cậy.",
}
