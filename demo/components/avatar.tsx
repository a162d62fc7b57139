/** A user's picture. Shows the initial if there is no picture or it does not load. */
export function Avatar({ name, image, size }: { name?: string | null; image?: string | null; size: number }) {
  return (
    <span className="avatar" style={{ width: size, height: size, fontSize: size * 0.42 }} aria-hidden="true">
      {Array.from(name ?? "?")[0]?.toUpperCase()}
      {/* biome-ignore lint/performance/noImgElement: next/image requires the hosts of the pictures, which Bink does not document */}
      {image && <img src={image} alt="" width={size} height={size} referrerPolicy="no-referrer" />}
    </span>
  )
}
