export const metadata = { title: 'Admin' }

export default function AdminPage() {
  return (
    <main id="main" className="mx-auto grid w-full max-w-6xl content-start gap-6 px-4 py-10 sm:px-6">
      <h1 className="text-xl">Admin</h1>
    </main>
  )
}
