/** A person's picture, over their initial: it stays in sight where there is no picture, or it does not load. */
export function Avatar({ name, image, size }: { name?: string | null; image?: string | null; size: number }) {
  return (
    <span className="avatar" style={{ width: size, height: size, fontSize: size * 0.42 }} aria-hidden="true">
      {Array.from(name ?? "?")[0]?.toUpperCase()}
      {/* biome-ignore lint/performance/noImgElement: next/image would need to know which hosts Bink's pictures come from */}
      {image && <img src={image} alt="" width={size} height={size} referrerPolicy="no-referrer" />}
    </span>
  )
}
